import type { z } from 'zod';
import type { vocabulary } from './vocabulary.ts';

type Attributes<Name extends keyof typeof vocabulary> = z.input<
	(typeof vocabulary)[Name]['attributes']
>;

declare global {
	/** What the MDX extension of an editor offers in a guide: the components, and the attributes of each. */
	type MDXProvidedComponents = {
		[Name in keyof typeof vocabulary]: (
			attributes: {
				[Key in keyof Attributes<Name> as string extends Key ? never : Key]: Attributes<Name>[Key];
			} & { children?: unknown },
		) => undefined;
	};
}
