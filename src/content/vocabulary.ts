import type { z } from 'zod';
import {
	causeAttributes,
	fixAttributes,
	noAttributes,
	onAttributes,
	questionAttributes,
} from '#schema/guide.ts';

interface Component {
	/** Where it may stand: at the top of the guide, or inside the named components. */
	readonly within: readonly string[];
	/** Whether it must stand directly in its parent, not in a step or a list there. */
	readonly direct: boolean;
	readonly attributes: z.ZodObject;
	/** What it is for, in the authoring reference. */
	readonly purpose: string;
}

/** The components an author may use. A guide has no others, and no HTML. */
export const vocabulary = {
	Cause: {
		within: ['guide'],
		direct: true,
		attributes: causeAttributes,
		purpose:
			'One reason for the error: why it happens, a `Check` that tells it from the others, the fixes for it.',
	},
	Check: {
		within: ['Cause'],
		direct: true,
		attributes: noAttributes,
		purpose:
			'How to see that this is the cause: a command and what it prints, or exactly where to look.',
	},
	Fix: {
		within: ['guide'],
		direct: true,
		attributes: fixAttributes,
		purpose: 'One way out: an optional lead, one ordered list of steps, `Verify`, `Undo`.',
	},
	Verify: {
		within: ['Fix'],
		direct: true,
		attributes: noAttributes,
		purpose: 'How to see that the fix worked.',
	},
	Undo: {
		within: ['Fix'],
		direct: true,
		attributes: noAttributes,
		purpose: 'How to undo it. Required when `risk="reversible"`.',
	},
	Question: {
		within: ['guide'],
		direct: true,
		attributes: questionAttributes,
		purpose: 'A question that readers ask, with an answer whose first sentence answers it.',
	},
	On: {
		within: ['guide', 'Cause', 'Check', 'Fix', 'Verify', 'Undo', 'Question', 'Note'],
		direct: false,
		attributes: onAttributes,
		purpose: 'A part that applies to one system, shell, package manager or provider only.',
	},
	Note: {
		within: ['guide', 'Cause', 'Check', 'Fix', 'Verify', 'Undo', 'Question', 'On'],
		direct: false,
		attributes: noAttributes,
		purpose: 'One caution or hint.',
	},
} as const satisfies Record<string, Component>;

export type ComponentName = keyof typeof vocabulary;

export function isComponentName(name: string): name is ComponentName {
	return Object.hasOwn(vocabulary, name);
}

/** Node types that an author may use besides the components. */
export const allowedSyntax: ReadonlySet<string> = new Set([
	'text',
	'paragraph',
	'inlineCode',
	'strong',
	'emphasis',
	'link',
	// Refused at the definition without which there is none.
	'linkReference',
	'list',
	'listItem',
	'code',
	'table',
	'tableRow',
	'tableCell',
	'break',
	'mdxJsxFlowElement',
	'mdxJsxTextElement',
]);

/** What to do instead of the syntax that the site lays out itself or does not use. */
export const unsupportedSyntax: Readonly<Record<string, readonly [name: string, fix: string]>> = {
	heading: ['A heading', 'Remove it: the layout makes the headings from Cause, Fix and Question.'],
	blockquote: ['A quotation', 'Use a Note, or a text fence for what software prints.'],
	image: ['An image', 'Describe where to look in words: people paste and search text.'],
	imageReference: ['An image', 'Describe where to look in words: people paste and search text.'],
	thematicBreak: ['A rule', 'Remove it.'],
	html: ['HTML', 'Use Markdown or a component of the vocabulary.'],
	mdxjsEsm: ['An import or export', 'Remove it: components are known without it.'],
	mdxFlowExpression: ['An expression', 'Put braces between back-ticks; comments are not used.'],
	mdxTextExpression: ['An expression', 'Put braces between back-ticks; comments are not used.'],
	delete: ['Struck-through text', 'Remove it.'],
	definition: ['A link definition', 'Write the address in the link.'],
	task: ['A task list', 'Write the steps as 1., 2., 3., and other lists without boxes.'],
};
