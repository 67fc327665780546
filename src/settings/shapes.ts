import * as v from 'valibot';

// What is stored may be of another version, half written or written by hand: what is not of its shape counts as never stored.

/** A field that is usual where it is missing or of another shape. */
export const field = <const Schema extends v.GenericSchema>(schema: Schema, usual: v.InferOutput<Schema>) =>
  v.optional(v.fallback(schema, usual as never), usual as never);

/** What was noted of something, null for nothing. */
export const noted = <const Schema extends v.GenericSchema>(schema: Schema) => field(v.nullable(schema), null as never);

/** Those of a list that can be read. */
export const listOf = <const Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(
    v.fallback(v.array(v.unknown()), []),
    v.transform((items) => items.filter((item): item is v.InferInput<Schema> => v.is(schema, item)).map((item) => v.parse(schema, item))),
  );

export const onOff = (usual: boolean) => field(v.boolean(), usual);
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
export const VALIDATORS = { etag: noted(v.string()), lastModified: noted(v.string()) };
