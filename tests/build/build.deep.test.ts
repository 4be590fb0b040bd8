import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, removeProject } from '../project.ts';
import { build, buildEdited } from './project-site.ts';

const guide = 'content/guides/nodejs/eaddrinuse.mdx';

let project: string;

beforeAll(() => {
	project = copyProject();
});

afterAll(() => removeProject(project));

const edits: readonly (readonly [what: string, edit: (text: string) => string])[] = [
	['its name', (text) => text.replace(/^name: .*$/m, 'name: A name of our own')],
	['its code', (text) => text.replace(/^code: .*$/m, 'code: EADDRTAKEN')],
];
test.each(edits)('after an edit of %s gives the bytes of a clean build', (_, edit) => {
	expect(build(project).status).toBe(0);
	const { status, stderr, before, warm, clean } = buildEdited(project, guide, edit);
	expect(stderr).toBe('');
	expect(status).toBe(0);
	expect(warm).not.toEqual(before);
	expect(warm).toEqual(clean);
});

test.each(['findings', 'fullText', 'finderIndex', 'shortAddresses', 'headers', 'finishedSite'])(
	'works without the integration %s',
	(name) => {
		const config = join(project, 'astro.config.mjs');
		const text = readFileSync(config, 'utf8');
		const without = text.replace(new RegExp(`^\\t+${name}\\(.*\\),\\n`, 'm'), '');
		expect(without).not.toBe(text);
		writeFileSync(config, without);
		const { status, stderr } = build(project);
		writeFileSync(config, text);
		expect(stderr).toBe('');
		expect(status).toBe(0);
		expect(existsSync(join(project, 'dist/errors/nodejs/eaddrinuse/index.html'))).toBe(true);
	},
);
