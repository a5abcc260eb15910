import { DAY } from '../days.js';
import { hash } from '../hash.js';
import type { Page } from '../page.js';
import { kindOf, type PostContent } from './kinds.js';
import { computeCreation } from './times.js';
import { composeId } from './urns.js';

type Parts = Readonly<Record<string, unknown>>;

/** The fields for a post's content (posts-api, read 2026-11-22). */
export function composeParts(page: Page, index: number): Parts {
  return PARTS[kindOf(index).content](page, index);
}

export const MAIN_FEED = { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] };

const PARTS: Readonly<Record<PostContent, (page: Page, index: number) => Parts>> = {
  nothing: () => ({}),
  'empty content': () => ({ content: {} }),
  image: (page, index) => ({ content: { media: { id: makeUrn('image', page, index), altText: 'A turbine' } } }),
  video: (page, index) => ({
    content: { media: { id: makeUrn('video', page, index), title: 'Blade', altText: 'A blade' } },
  }),
  document: (page, index) => ({ content: { media: { id: makeUrn('document', page, index), title: 'Report.pdf' } } }),
  images: (page, index) => ({ content: { multiImage: { images: listImages(page, index), altText: 'Three views' } } }),
  article: (page, index) => ({ content: { article: composeArticle(page, index) } }),
  poll: (page, index) => ({ content: { poll: composePoll(page, index) } }),
  reshare: (page, index) => ({ reshareContext: composeReshare(page, index) }),
  celebration: (page, index) => ({
    content: {
      celebration: {
        recipient: ['urn:li:person:kT4mPq22Zx'],
        text: 'Ten years at the mast',
        type: 'WORK_ANNIVERSARY',
        media: { id: makeUrn('image', page, index), altText: 'Confetti' },
      },
    },
  }),
  carousel: (page, index) => {
    const landingPage = 'https://northwind.example/shop';
    return { content: { carousel: { cards: listImages(page, index).map((media) => ({ media, landingPage })) } } };
  },
  reference: ({ seed, id }, index) => ({
    content: { reference: { id: `urn:li:event:${hash(seed, id, index, 212)}` } },
  }),
  'targeted image': (page, index) => ({
    content: { media: { id: makeUrn('image', page, index) } },
    distribution: { ...MAIN_FEED, targetEntities: [TARGET] },
  }),
  // Direct sponsored content: members see it only as an advertisement.
  advertisement: (page, index) => ({
    distribution: { feedDistribution: 'NONE', thirdPartyDistributionChannels: [] },
    adContext: {
      isDsc: true,
      dscAdAccount: 'urn:li:sponsoredAccount:520866471',
      dscAdType: 'STANDARD',
      dscName: 'Autumn campaign',
      dscStatus: 'ACTIVE',
      objective: 'WEBSITE_VISIT',
    },
    content: { media: { id: makeUrn('image', page, index) } },
    contentLandingPage: 'https://northwind.example/buy',
    contentCallToActionLabel: 'LEARN_MORE',
  }),
};

const TARGET = {
  geoLocations: ['urn:li:geo:105015875'],
  seniorities: ['urn:li:seniority:4'],
  industries: ['urn:li:industry:923'],
  jobFunctions: ['urn:li:function:8'],
  staffCountRanges: ['SIZE_11_TO_50'],
  interfaceLocales: [{ language: 'en', country: 'US' }],
};

/** Whatever LinkedIn cannot read from the linked page is missing. */
function composeArticle(page: Page, index: number): Parts {
  const article = { source: 'https://northwind.example/fair', title: 'The fair' };
  if (index % 40 >= 20) return article;
  const thumbnail = makeUrn('image', page, index);
  return { ...article, description: 'Three days of wind', thumbnail, thumbnailAltText: 'A tent' };
}

function listImages(page: Page, index: number): Parts[] {
  return ['Front', 'Side', ''].map((altText, number) => ({ id: makeUrn('image', page, index) + number, altText }));
}

function composePoll({ seed, id }: Page, index: number): Parts {
  const options = ['10 m', '20 m', 'Higher & higher'].map((text, place) => ({
    text,
    voteCount: hash(seed, id, index, 213, place) % 40,
    isVotedByViewer: false,
  }));
  return {
    question: 'Which height?',
    options,
    settings: { duration: 'SEVEN_DAYS', voteSelectionType: 'SINGLE_VOTE', isVoterVisibleToAuthor: true },
    uniqueVotersCount: options.reduce((sum, { voteCount }) => sum + voteCount, 0),
  };
}

/** A reshare of another page's post, or of somebody's reshare of it. */
function composeReshare(page: Page, index: number): Parts {
  const created = computeCreation(page, index);
  const compose = (age: number, salt: number): string =>
    `urn:li:share:${composeId(created - age, page.seed, page.id, index, salt)}`;
  const root = compose(2 * DAY, 214);
  return { parent: index % 40 < 20 ? root : compose(DAY, 215), root };
}

function makeUrn(type: 'image' | 'video' | 'document', { seed, id }: Page, index: number): string {
  return `urn:li:${type}:D4E10AQ${hash(seed, id, index, 211).toString(36)}`;
}
