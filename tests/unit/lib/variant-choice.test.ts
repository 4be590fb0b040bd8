import { expect, test } from 'vitest';
import { isShown } from '#lib/variant-choice.ts';
import { families } from '#schema/variant-family.ts';
import { isVariant, variants } from '#schema/variant.ts';

const choose = (choices: Readonly<Record<string, string>>) => (name: string) =>
	isVariant(name) ? choices[variants[name].axis] : undefined;

test('shows everything to a reader who chose nothing', () => {
	expect(isShown(['windows'], choose({}))).toBe(true);
	expect(isShown(['windows'], choose({ system: '' }))).toBe(true);
});

test('leaves out the other variants of the same axis alone', () => {
	const onLinux = choose({ system: 'linux' });
	expect(isShown(['linux'], onLinux)).toBe(true);
	expect(isShown(['macos', 'linux'], onLinux)).toBe(true);
	expect(isShown(['windows'], onLinux)).toBe(false);
	expect(isShown(['powershell'], onLinux)).toBe(true);
	expect(isShown(['windows', 'docker'], onLinux)).toBe(true);
});

test('takes a distribution for Linux, and Linux for any distribution', () => {
	expect(isShown(['linux'], choose({ system: 'debian' }))).toBe(true);
	expect(isShown(['debian'], choose({ system: 'linux' }))).toBe(true);
	expect(isShown(['fedora'], choose({ system: 'debian' }))).toBe(false);
});

test('every family joins two variants of one axis', () => {
	for (const [name, parent] of Object.entries(families)) {
		expect(isVariant(name) && isVariant(parent) && variants[name].axis).toBe(
			isVariant(parent) && variants[parent].axis,
		);
	}
});
