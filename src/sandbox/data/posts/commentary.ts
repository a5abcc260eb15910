/**
 * Post texts in LinkedIn's "little text" format: hashtag template, mention, reserved characters with a backslash (in
 * URNs too), emoji, line breaks. Posts use them in turn.
 */
const TEXTS = [
  'Join us at the fair {hashtag|\\#|WindPower} with @[Contoso Kites](urn:li:organization:2414183)',
  'How a blade is made, by @[Ada \\(Example\\)](urn:li:person:Ww-h\\_\\_kIES)',
  'Prices \\(per kWh\\), *not* a promise: 3 \\< 4 \\& 5 \\> 4 \\[draft\\] \\{v2\\} \\@home a\\_b \\~ \\|x\\| back\\\\slash',
  'First line\nSecond line\r\n\n\tThird, "quoted" and \'quoted\'',
  'Wind 🌬️ and 👩‍🔬 at work 🇳🇴',
  'Łódź · Ωμέγα · 風車の羽根 · مرحبا · \u202Eright to left\u202C',
  'Which height?',
  `A long one. ${'Turning, turning, turning in the wind. '.repeat(60)}{hashtag|\\#|Łódź}`,
  'https://northwind.example/?a=1&b=%20#frag, and a tab\tin it',
];

export function chooseText(index: number): string {
  return TEXTS[index % TEXTS.length] as string;
}
