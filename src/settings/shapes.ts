import * as v from 'valibot';

// What is stored may be of another version, half written or written by hand: what is not of its shape counts as never stored.

/** What was noted of something: null for nothing, and where it is missing or of another shape. */
export const noted = <const Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.nullable(schema), null);

/** Those of a list that can be read. */
export const listOf = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((items) => items.filter((item): item is v.InferInput<Schema> => v.is(schema, item)).map((item) => v.parse(schema, item))),
  );

export const onOff = (usual: boolean) => v.fallback(v.boolean(), usual);
export const count = v.number();
/** Epoch milliseconds, of a day that can be written. */
export const time = v.pipe(
  v.number(),
  v.check((ms) => Math.abs(ms) <= 8.64e15),
);
export const address = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text)),
);

/** What a server told of a file, to ask it next time only for what is new. */
const VALIDATORS = { etag: noted(v.string()), lastModified: noted(v.string()) };

/**
 * How it went to ask a server for a file: when it was last asked, when it last answered, and what was the matter, with until when it then
 * wanted to be left alone. Times in epoch milliseconds.
 */
export const asked = <const Names extends readonly string[]>(problems: Names) => ({
  checked: noted(time),
  worked: noted(time),
  problem: noted(v.object({ name: v.picklist(problems), detail: v.string(), until: noted(time) })),
  ...VALIDATORS,
});
