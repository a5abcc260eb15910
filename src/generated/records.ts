// Generated from schemas/ by scripts/generate.mjs: edit the schema and run `npm run generate`.

export {};
