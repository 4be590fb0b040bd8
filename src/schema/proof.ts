import { z } from 'zod';
import { slug } from './slug.ts';

const digest = z
	.string()
	.regex(/^sha256-[A-Za-z0-9_-]{43}$/, { error: 'must be a digest that the runner wrote' });

/** The part of a guide that a command is from. */
const whereSchema = z.discriminatedUnion('part', [
	z.strictObject({ part: z.literal('check'), cause: slug }),
	z.strictObject({ part: z.literal('step'), number: z.int().min(1) }),
	z.strictObject({ part: z.literal('verify') }),
]);
export type Where = z.output<typeof whereSchema>;

const output = z
	.string()
	.describe('What was printed on both streams, with stand-ins for what differs on each run.');

/** A block of the page as it stands there, and what became of it. */
const runSchema = z.strictObject({
	where: whereSchema,
	language: z.string(),
	text: z.string().min(1).describe('The block of the page, with its placeholders.'),
	values: z.record(z.string(), z.string()).describe('What the lab put in their place.'),
	output,
	varies: z.string().optional().describe('Why the output is not kept: it differs on each run.'),
});
export type Run = z.output<typeof runSchema>;

const skippedSchema = z.strictObject({
	where: whereSchema,
	text: z.string().describe('The block of the page; empty where it says in words what to look at.'),
	reason: z.string().min(1),
});
export type Skipped = z.output<typeof skippedSchema>;

/** What the lab itself ran. */
const labRunSchema = z.strictObject({ commands: z.string().min(1), output });
export type LabRun = z.output<typeof labRunSchema>;

const provenFixSchema = z.strictObject({
	id: slug,
	cause: slug.describe('The cause that the lab made.'),
	message: z.string().describe('The message of the guide that the first run printed.'),
	before: labRunSchema,
	runs: z.array(runSchema).min(1).describe('The check, the steps and the verify, in this order.'),
	after: labRunSchema.optional().describe('Missing where a step is the corrected command.'),
	skipped: z.array(skippedSchema),
	names: z
		.array(z.string())
		.describe('The awkward names of the reader with which the fix worked as well.'),
});
export type ProvenFix = z.output<typeof provenFixSchema>;

/** `content/proofs/<product>/<slug>.json`: what a lab saw. Written by `npm run labs` and by nobody else. */
export const proofSchema = z.strictObject({
	lab: digest.describe('Of the lab file.'),
	guide: digest.describe('Of the messages of the guide and of every block of its proven fixes.'),
	seal: digest.describe('Of the rest of the proof, so that a change by hand is noticed.'),
	date: z.iso.date().describe('The day on which this was seen first.'),
	system: z.string().min(1).describe('The operating system.'),
	programs: z
		.array(z.strictObject({ name: z.string(), version: z.string() }))
		.min(1)
		.describe('What the lab needs, with the versions that ran.'),
	fixes: z.array(provenFixSchema).min(1).describe('In the order of the guide.'),
});
export type Proof = z.output<typeof proofSchema>;
