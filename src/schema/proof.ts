import { z } from 'zod';
import { slug } from './slug.ts';

const digest = z
	.string()
	.regex(/^sha256-[A-Za-z0-9_-]{43}$/, { error: 'must be a digest that the runner wrote' });

/** What was typed, and what it printed on both streams. */
const runSchema = z.strictObject({
	commands: z
		.string()
		.min(1)
		.describe('The lines of the function in the lab, with the numbers of its ports.'),
	output: z.string().describe('What they printed, with stand-ins for what differs on each run.'),
});
export type Run = z.output<typeof runSchema>;

const provenFixSchema = z.strictObject({
	id: slug,
	message: z.string().describe('The message of the guide that the first run printed.'),
	before: runSchema,
	checks: z.array(z.strictObject({ cause: slug, ...runSchema.shape })),
	fix: runSchema.optional().describe('Missing where the last run is the fix: another command.'),
	after: runSchema,
});
export type ProvenFix = z.output<typeof provenFixSchema>;

/** `content/proofs/<product>/<slug>.json`: what a lab saw. Written by `npm run labs` and by nobody else. */
export const proofSchema = z.strictObject({
	lab: digest.describe('Of the lab file.'),
	guide: digest.describe('Of the messages of the guide and of the steps of its proven fixes.'),
	date: z.iso.date().describe('The day on which this was seen first.'),
	system: z.string().min(1).describe('The operating system.'),
	programs: z
		.array(z.strictObject({ name: z.string(), version: z.string() }))
		.min(1)
		.describe('What the lab needs, with the versions that ran.'),
	fixes: z.array(provenFixSchema).min(1).describe('In the order of the guide.'),
});
export type Proof = z.output<typeof proofSchema>;
