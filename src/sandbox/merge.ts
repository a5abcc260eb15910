import { isObject } from '../json-object.js';

/**
 * Lays `patch` over `base` and returns the outcome; neither is changed. Objects are merged key by key. An object laid
 * on an array is merged into each of its items, or only into those it names when all of its keys are indexes.
 * Anything else replaces.
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
