import { z } from 'zod';
import { proofSchema } from './proof.ts';
import { httpsUrl } from './url.ts';
import { slug } from './slug.ts';

/** Plain text in which `back-ticked` runs are code. Nothing else is markup. */
const plainText = z.string().regex(/^\S(?:[\s\S]*\S)?$/, {
	error: 'must not be empty, and must not start or end with white space',
});

/** `<product>/<slug>`: the path of the file below `content/guides`, which is also its address below `/errors/`. */
export const guideId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, {
	error: 'must be a guide written as <product>/<slug>, such as nodejs/eaddrinuse',
});

const day = z.date({ error: 'must be a day written as YYYY-MM-DD, without quotes' });

/** How the other error stands to this one. Shown from both sides: a cause there is an effect here. */
export const relationKinds = ['cause', 'effect', 'sibling', 'lookalike'] as const;
export type RelationKind = (typeof relationKinds)[number];

/** From harmless to harmful. */
export const risks = ['none', 'reversible', 'destructive'] as const;
export type Risk = (typeof risks)[number];

const actors = ['user', 'admin', 'vendor'] as const;
export type Actor = (typeof actors)[number];

export const relatedSchema = z.strictObject({
	guide: guideId.describe('The other guide, as `<product>/<slug>`.'),
	as: z
		.enum(relationKinds)
		.describe(
			'What that error is to this one: its `cause`, its `effect`, a `sibling` or a `lookalike`.',
		),
});

export const sourceSchema = z.strictObject({
	title: plainText.min(3).max(120).describe('Title of the official document.'),
	url: httpsUrl.describe('Where it is.'),
	checked: day.describe('The day on which its facts were compared with this guide.'),
});

const retiredSchema = z.strictObject({
	since: plainText.describe('The version since which the product no longer prints this error.'),
	note: plainText.describe('What happens instead, or where to look now.'),
});

/** What stands between the two `---` lines of a guide. Its descriptions are the authoring reference. */
export const frontmatterSchema = z.strictObject({
	code: plainText.max(60).describe('The code exactly as people see it on the screen.'),
	name: plainText
		.min(4)
		.max(70)
		.describe('Short human name in sentence case, without a full stop.'),
	product: slug.describe('The product that prints it: a file in `content/products/`.'),
	aliases: z
		.array(plainText.max(80))
		.default([])
		.describe('Other names of the same error. Notations of a number are derived and not listed.'),
	messages: z
		.array(plainText.max(400))
		.min(1)
		.describe('What the product prints, verbatim, with a `<placeholder>` where it varies.'),
	appliesTo: plainText.max(100).optional().describe('Versions and systems on which it appears.'),
	answer: plainText
		.min(60)
		.max(400)
		.describe(
			'The quick answer: what it means and the fastest fix. `Code` in back-ticks is allowed.',
		),
	related: z
		.array(relatedSchema)
		.default([])
		.describe('Guides to errors that have to do with this one.'),
	sources: z
		.array(sourceSchema)
		.min(1)
		.describe('The official documents that every fact was checked against.'),
	updated: day.describe('The day of the last change that matters to a reader.'),
	retired: retiredSchema
		.optional()
		.describe('Set when the product no longer prints the error. The page stays and says so.'),
});
export type Frontmatter = z.output<typeof frontmatterSchema>;

export const causeAttributes = z.strictObject({
	title: plainText
		.min(4)
		.max(100)
		.describe('The cause as a statement: “The package is not installed”.'),
	fixes: z
		.string()
		.regex(/^[a-z0-9-]+(?: [a-z0-9-]+)*$/, {
			error: 'must be one or more ids of fixes, separated by single spaces',
		})
		.describe('The ids of the fixes that remove this cause, best first.'),
});

export const fixAttributes = z.strictObject({
	id: slug.describe('Its anchor on the page. Never changes.'),
	title: plainText.min(4).max(100).describe('What to do, as a command: “Install the package”.'),
	risk: z
		.enum(risks)
		.describe(
			'`none`: nothing of value changes. `reversible`: it can be undone. `destructive`: data is lost.',
		),
	by: z.enum(actors).describe('Who can do it: the `user`, an `admin` or the `vendor`.'),
	minutes: z.int().min(1).max(1440).describe('How long it takes a practised person.'),
	advanced: z
		.boolean()
		.default(false)
		.describe('Shown after the ordinary fixes, under “Advanced fixes”.'),
	loses: plainText
		.min(10)
		.max(200)
		.optional()
		.describe('For `destructive` only: what is lost, in plain words.'),
});

export const questionAttributes = z.strictObject({
	ask: plainText
		.min(8)
		.max(120)
		.regex(/\?$/, { error: 'must end with a question mark' })
		.describe('The question as a reader would ask it.'),
});

export const onAttributes = z.strictObject({
	is: z
		.string()
		.regex(/^[a-z-]+(?: [a-z-]+)*$/, {
			error: 'must be one or more names of variants, separated by single spaces',
		})
		.describe('Where this part applies, such as `windows` or `macos linux`.'),
});

export const noAttributes = z.strictObject({});

/** What a page says that a command does: what it prints, or how it ends. */
const expectationSchema = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('output'), text: z.string() }),
	z.strictObject({ kind: z.enum(['all', 'any', 'none']), texts: z.array(z.string()).min(1) }),
	z.strictObject({ kind: z.enum(['something', 'nothing', 'success', 'failure']) }),
]);
export type Expectation = z.output<typeof expectationSchema>;

/** What a reader runs or writes: a block of commands or source, and in a check also a command within a sentence. */
const blockSchema = z.strictObject({
	language: z.string(),
	text: z.string(),
	/** The variants of the `On` that it is in; empty when it is for everyone. */
	variants: z.array(z.string()),
	/** Only in a check, where the page says something. */
	says: expectationSchema.optional(),
});
export type Block = z.output<typeof blockSchema>;

/** A part of a guide, rendered, with what pages, searches and labs need to know about it. */
const fragmentSchema = z.strictObject({
	/** Made from the closed vocabulary and escaped, so it can be placed without further care. */
	html: z.string(),
	/** Its words, with a line end between blocks. */
	text: z.string(),
	/** The variants of each `On` in it. */
	variants: z.array(z.array(z.string())),
	blocks: z.array(blockSchema),
	/** What it says, in a check, about the message. */
	aboutMessage: z.array(expectationSchema),
	/** The names in its `<placeholders>`, each once. */
	placeholders: z.array(z.string()),
});
export type Fragment = z.output<typeof fragmentSchema>;

export const causeSchema = z.strictObject({
	id: slug,
	title: z.string(),
	fixes: z.array(slug).min(1),
	body: fragmentSchema,
	checks: z.array(fragmentSchema).min(1),
});
export type Cause = z.output<typeof causeSchema>;

const fixSchema = fixAttributes.extend({
	lead: fragmentSchema,
	steps: z.array(fragmentSchema).min(1),
	after: fragmentSchema,
	verify: fragmentSchema,
	undo: fragmentSchema.optional(),
});
export type Fix = z.output<typeof fixSchema>;

const questionSchema = z.strictObject({ id: slug, ask: z.string(), answer: fragmentSchema });

const place = z.strictObject({ line: z.int(), column: z.int() });

/** A link of this guide to a path of this site, kept so that it can be checked without parsing again. */
const siteLinkSchema = z.strictObject({ target: z.string(), place });
export type SiteLink = z.output<typeof siteLinkSchema>;

/** One guide: what its author wrote, checked, with every part rendered. */
export const guideSchema = frontmatterSchema.extend({
	id: guideId,
	slug,
	intro: fragmentSchema,
	/** The start of the first cause's check, as far as it can stand alone. */
	firstCheck: z.string(),
	causes: z.array(causeSchema).min(1),
	fixes: z.array(fixSchema).min(1),
	questions: z.array(questionSchema),
	siteLinks: z.array(siteLinkSchema),
	/** What a lab saw of its fixes; missing when there is no proof, or one that no longer holds. */
	proof: proofSchema.optional(),
});
export type Guide = z.output<typeof guideSchema>;

/** What other pages show of a guide. */
export const guideCardSchema = guideSchema
	.pick({
		id: true,
		slug: true,
		code: true,
		name: true,
		product: true,
		aliases: true,
		messages: true,
		answer: true,
		related: true,
		updated: true,
	})
	.extend({
		proven: z.boolean().describe('Whether a fix of it is proven.'),
		digest: z.string().describe('By which the store has the whole guide.'),
	});
export type GuideCard = z.output<typeof guideCardSchema>;
