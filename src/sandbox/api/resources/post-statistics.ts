import { hash } from '../../data/hash.js';
import { isListed, type Place } from '../../data/posts/feed.js';
import { findPost } from '../../data/posts/find.js';
import { computePostStatistics } from '../../data/posts/statistics.js';
import type { ShareStatistics, View } from '../../data/statistics.js';
import { refuse, refuseParameter, refuseUnknownEntity } from '../../http/answer.js';
import { readTexts } from '../../restli/read.js';
import type { World } from '../../world.js';
import type { Call } from '../resource.js';
import { toUrn } from './statistics-finder.js';

/** Each parameter takes URNs of one type; neither takes activities. */
const PARAMETERS = [
  ['shares', 'share'],
  ['ugcPosts', 'ugcPost'],
] as const;

/** Lifetime share statistics of single posts; undefined if the call names none (share-statistics, read 2026-11-22). */
export function listPostStatistics(call: Call, view: View, world: World): object[] | undefined {
  const named = PARAMETERS.filter(([parameter]) => call.params.values.has(parameter));
  if (named.length === 0) return undefined;
  if (call.params.values.has('timeIntervals')) {
    throw refuse(400, 'Parameter timeIntervals is not supported together with single posts', {
      code: 'ILLEGAL_ARGUMENT',
    });
  }
  return named.flatMap(([parameter, type]) => {
    const urns = [...new Set(readTexts(call.params, parameter))];
    if (!urns.every((urn) => new RegExp(`^urn:li:${type}:\\d+$`).test(urn))) throw refuseParameter(parameter);
    return urns.flatMap((urn) => {
      const place = findPost(world, urn);
      if (place && isListed(place, 'AUTHOR')) return composeElement({ place, view, key: type, urn });
      if (world.options.unknownPostFailsBatch) throw refuseUnknownEntity();
      return [];
    });
  });
}

/** Empty for a post without activity, or of another page. */
function composeElement({ place, view, key, urn }: { place: Place; view: View; key: string; urn: string }): object[] {
  const statistics = place.feed.page.id === view.page.id ? computePostStatistics(place) : undefined;
  if (!statistics) return [];
  const totalShareStatistics = view.omitUniqueImpressions ? omitSome(statistics, place) : statistics;
  return [{ totalShareStatistics, [key]: urn, organizationalEntity: toUrn(view) }];
}

function omitSome(statistics: ShareStatistics, { feed, index }: Place): ShareStatistics {
  if (hash(feed.page.seed, feed.page.id, index, 224) % 4 > 0) return statistics;
  const { uniqueImpressionsCount: _, ...others } = statistics;
  return others;
}
