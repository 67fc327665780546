type Underscored<Reason extends string> = Reason extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Reason;

/** A reason as its text is named; a reason without a text is a type error where it is asked for. */
export const underscored = <Reason extends string>(reason: Reason) => reason.replaceAll('-', '_') as Underscored<Reason>;
