import { parseGuide } from '#content/parse.ts';
import type { Diagnostic } from '#content/diagnostic.ts';
import type { Guide } from '#schema/guide.ts';

export const file = 'content/guides/kiln/k-1.mdx';

/** A guide without findings, as small as one can be. Tests edit it. */
export const cleanGuide = `---
code: K_1
name: Door is open
product: kiln
messages:
  - "K_1: door open"
answer: >-
  The door is not closed, so the kiln does not heat. Close the door and start the program again.
sources:
  - { title: "Kiln: Errors", url: "https://kiln.example/errors", checked: 2026-11-22 }
updated: 2026-11-22
---

The kiln stays cold.

<Cause title="The door is open" fixes="close-the-door">
A lamp tells.
<Check>The door lamp is red.</Check>
</Cause>

<Fix id="close-the-door" title="Close the door" risk="none" by="user" minutes={1}>
1. Close the door.
<Verify>The lamp turns green.</Verify>
</Fix>
`;

const encoder = new TextEncoder();

export function bytesOf(text: string): Uint8Array {
	return encoder.encode(text);
}

/** The text with one piece replaced. Throws when the piece is not there, so that no test tests nothing. */
export function edit(text: string, from: string, to: string): string {
	if (!text.includes(from)) throw new Error(`The text to be replaced is not there: ${from}`);
	return text.replace(from, () => to);
}

export function findingsOf(text: string): readonly Diagnostic[] {
	return parseGuide(file, bytesOf(text)).findings;
}

/** The findings as `line:column code`, where the words do not matter. */
export function placesOf(text: string): readonly string[] {
	return findingsOf(text).map(({ line, column, code }) => `${line}:${column} ${code}`);
}

/** The guide of a text that has no findings. */
export function guideOf(text: string): Guide {
	const { guide, findings } = parseGuide(file, bytesOf(text));
	if (!guide) throw new Error(`The text has findings: ${JSON.stringify(findings)}`);
	return guide;
}

/** The value with each fragment as its HTML alone, for tests of what is rendered. */
export function inHtml(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inHtml);
	if (typeof value !== 'object' || value === null || value instanceof Date) return value;
	if ('html' in value && 'variants' in value) return value.html;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inHtml(inner)]));
}
