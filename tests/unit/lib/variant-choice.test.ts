import { expect, test } from 'vitest';
import { variantAxes } from '#lib/variant-axes.ts';
import { isShown } from '#lib/variant-choice.ts';
import { families, isVariant, variants } from '#schema/variant.ts';

/** What a page with every variant excludes for a reader who made these choices. */
function excludedBy(...choices: readonly string[]): ReadonlySet<string> {
	const all = variantAxes(Object.keys(variants).map((name) => [name])).flatMap(
		(axis) => axis.choices,
	);
	return new Set(
		choices.flatMap((choice) => all.find(({ name }) => name === choice)?.excludes ?? []),
	);
}

test('shows everything to a reader who chose nothing', () => {
	expect(isShown(['windows'], excludedBy())).toBe(true);
	expect(isShown(['windows'], excludedBy(''))).toBe(true);
});

test('leaves out the other variants of the same axis alone', () => {
	const onLinux = excludedBy('linux');
	expect(isShown(['linux'], onLinux)).toBe(true);
	expect(isShown(['macos', 'linux'], onLinux)).toBe(true);
	expect(isShown(['windows'], onLinux)).toBe(false);
	expect(isShown(['powershell'], onLinux)).toBe(true);
	expect(isShown(['windows', 'docker'], onLinux)).toBe(true);
	expect(isShown(['windows', 'powershell'], excludedBy('linux', 'bash'))).toBe(false);
});

test('takes a distribution for Linux, and Linux for any distribution', () => {
	expect(isShown(['linux'], excludedBy('debian'))).toBe(true);
	expect(isShown(['debian'], excludedBy('linux'))).toBe(true);
	expect(isShown(['fedora'], excludedBy('debian'))).toBe(false);
});

test('every family joins two variants of one axis', () => {
	for (const [name, parent] of Object.entries(families))
		expect(isVariant(name) && variants[name].axis).toBe(variants[parent].axis);
});
