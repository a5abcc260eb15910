/** Light and dark, narrow and wide, screen and paper. Each pair of text colours has a contrast of at least 4.5. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1b2733; --soft: #4a5763; --paper: #fff; --back: #eef2f5; --line: #d5dde4; --edge: #5b6b78; --tone: #24578a;
  --good: #1d6b3c; --warn: #8a4b00; --bad: #a3281f; --good-back: #e4f3e9; --warn-back: #fdf0dc; --bad-back: #fbe6e4;
  --read: #2873b8; --restated: #1a9a8a; --before: #b4cbe0; --quiet: #eadfc4; --pending: #f2c94c; --behind: #e8731a; --refused: #b3261e; --lost: #3b3b4a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8edf2; --soft: #b3bfca; --paper: #1c252d; --back: #12181e; --line: #34414c; --edge: #8494a1; --tone: #8fc1f2;
    --good: #8ddba6; --warn: #ffc67a; --bad: #ffa79e; --good-back: #17301f; --warn-back: #35280f; --bad-back: #3a1c1a;
    --read: #4a9be0; --restated: #35c2b0; --before: #3d566d; --quiet: #4f4833; --pending: #d9b13b; --behind: #f28c38; --refused: #ff6b60; --lost: #d4d4e4;
  }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--back); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
section, header.top { min-width: 0; margin: 0 0 1.25rem; padding: 1.25rem 1.5rem; background: var(--paper); border-radius: 8px; overflow-wrap: anywhere }
header.top { border-top: 5px solid var(--tone) }
header.good { border-color: var(--good) } header.warn { border-color: var(--warn) } header.bad { border-color: var(--bad) }
h1 { margin: 0; font-size: 1.75rem; line-height: 1.2 }
.good h1 { color: var(--good) } .warn h1 { color: var(--warn) } .bad h1 { color: var(--bad) }
h2 { margin: 0 0 .75rem; font-size: 1.25rem; line-height: 1.25 }
h3 { margin: 0; font-size: 1rem } h3.after { margin: 1.75rem 0 .25rem }
h3 code, .soft { color: var(--soft); font-weight: 400 }
p { margin: .25rem 0 .75rem; max-width: 46rem }
code { font: .8125rem ui-monospace, monospace }
.sign { margin: 0 0 .35rem; color: var(--soft); font-size: .875rem }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 1rem 0 0 }
.facts div { padding: .6rem .8rem; background: var(--back); border-radius: 6px }
.facts dt { color: var(--soft); font-size: .8125rem }
.facts dd { margin: 0; font-size: 1.375rem; font-weight: 600; line-height: 1.3; font-variant-numeric: tabular-nums }
.facts dd span { display: block; font-size: .8125rem; font-weight: 400; color: var(--soft); line-height: 1.35 }
.todo { display: grid; gap: .75rem; margin: 0; padding: 0; list-style: none }
.todo li { padding: .75rem 1rem; border-left: 4px solid var(--edge); background: var(--back); border-radius: 0 6px 6px 0 }
.todo li.bad { border-color: var(--bad); background: var(--bad-back) } .todo li.warn { border-color: var(--warn); background: var(--warn-back) }
.todo p { margin: .15rem 0; max-width: none } .todo .lines { white-space: pre-line }
.todo .do { font-weight: 600 }
.todo .mark { padding-left: 0 }
.todo details { font-size: .875rem }
.legend { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .35rem 1.25rem; margin: 0 0 1rem; padding: 0; list-style: none; font-size: .875rem; line-height: 1.35 }
.legend li { display: flex; gap: .5rem; align-items: flex-start }
.legend svg { flex: none; width: 1rem; height: 1rem; margin-top: .1rem; border-radius: 3px; overflow: hidden }
figure { margin: 1.25rem 0 0 }
figcaption { margin-bottom: .35rem }
.chart { display: flex; gap: .5rem; align-items: flex-start }
.names { flex: 0 0 13rem; min-width: 0; font-size: .8125rem }
.corner { height: 20px }
.name { height: 22px; line-height: 22px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; overflow-wrap: normal }
.name.lacks { font-weight: 600 }
.rest { padding-top: .25rem; color: var(--soft); line-height: 1.3 }
.scroll { flex: 1 1 auto; min-width: 0; overflow-x: auto }
.days { position: relative }
.months { position: relative; height: 20px; font-size: .75rem; line-height: 18px; color: var(--soft) }
.months span { position: absolute; padding-left: 3px; border-left: 1px solid var(--line); white-space: nowrap }
.days svg { display: block; width: 100% }
svg path { fill: none; shape-rendering: crispEdges }
path.grid { stroke: var(--line); stroke-width: 1px; vector-effect: non-scaling-stroke }
.day-read { stroke: var(--read) } .day-restated { stroke: var(--restated) } .day-read-before { stroke: var(--before) } .day-quiet { stroke: var(--quiet) }
.day-not-yet-served { stroke: var(--pending) } .day-behind { stroke: var(--behind) } .day-refused { stroke: var(--refused) } .day-out-of-reach { stroke: var(--lost) }
.cursor { position: absolute; outline: 2px solid var(--ink); pointer-events: none }
#tip { position: fixed; z-index: 1; max-width: min(24rem, 94vw); padding: .3rem .6rem; border-radius: 5px; background: var(--ink); color: var(--paper); font-size: .8125rem; pointer-events: none }
#said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
.wide { overflow-x: auto }
table { width: 100%; border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums }
caption { text-align: left; color: var(--soft); padding-bottom: .4rem } caption span { display: block; max-width: min(46rem, calc(100vw - 3rem)) }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: normal }
th { font-weight: 600; white-space: nowrap } tbody th { font-weight: 400; white-space: normal; overflow-wrap: break-word; min-width: 8rem } tbody th code { white-space: nowrap }
td.n, th.n { text-align: right; white-space: nowrap } td.d { white-space: nowrap } td.which { min-width: 14rem }
.mark { display: inline-block; padding: 0 .45rem; border-radius: 4px; font-size: .8125rem; font-weight: 600; white-space: nowrap }
.mark.bad { background: var(--bad-back); color: var(--bad) } .mark.warn { background: var(--warn-back); color: var(--warn) } .mark.good { background: var(--good-back); color: var(--good) }
.bar { display: block; margin-top: .45rem; height: .5rem; min-width: 2px; background: var(--read); border-radius: 2px }
table.pairs { table-layout: fixed } table.pairs td, table.pairs th { overflow-wrap: anywhere } table.pairs th { width: 42% }
td.meter { width: 30% }
.two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 0 2rem; align-items: start }
summary { cursor: pointer } details.more { margin-top: .75rem }
:focus-visible { outline: 3px solid var(--tone); outline-offset: 2px }
@media (max-width: 40rem) {
  main { padding: .5rem .5rem 2rem } section, header.top { padding: 1rem .85rem; margin-bottom: .75rem }
  h1 { font-size: 1.375rem } .names { flex-basis: 7rem } .facts { grid-template-columns: 1fr 1fr; gap: .5rem } .facts dd { font-size: 1.125rem }
  .legend .soft { display: none } .legend { grid-template-columns: 1fr 1fr }
}
@media print {
  :root { color-scheme: light } body, section, header.top { background: #fff } section { break-inside: avoid-page } * { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  .scroll { overflow: visible } .days { min-width: 0 !important } .cursor, #tip { display: none }
}
`;
