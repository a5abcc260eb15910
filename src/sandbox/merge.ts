import { isObject } from '../json-object.js';

/**
 * Merges `patch` into `base` and returns the result; neither is changed. Objects are merged key by key. An object
 * merged into an array goes into each item, or, when all its keys are indexes, only into the items they name. Anything
 * else replaces.
 */
export function merge(base: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  if (Array.isArray(base)) {
    const keys = Object.keys(patch);
    const byIndex = keys.length > 0 && keys.every((key) => /^\d+$/.test(key));
    return base.map((item: unknown, index) => {
      if (!byIndex) return merge(item, patch);
      return String(index) in patch ? merge(item, patch[String(index)]) : item;
    });
  }
  const merged: Record<string, unknown> = isObject(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value !== undefined) merged[key] = merge(merged[key], value);
  }
  return merged;
}
