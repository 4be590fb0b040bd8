import { expect, test } from 'vitest';
import { variantAxes } from '#lib/variant-axes.ts';

const parts = (...names: string[]) => names.map((name) => name.split(' '));

test('asks for each axis whose answer leaves something out, in the order of the vocabulary', () => {
	expect(variantAxes(parts('powershell', 'bash', 'linux macos', 'windows'))).toEqual([
		{
			axis: 'system',
			label: 'System',
			choices: [
				{ name: 'windows', label: 'Windows', excludes: ['macos', 'linux'] },
				{ name: 'macos', label: 'macOS', excludes: ['windows', 'linux'] },
				{ name: 'linux', label: 'Linux', excludes: ['windows', 'macos'] },
			],
		},
		{
			axis: 'shell',
			label: 'Shell',
			choices: [
				{ name: 'bash', label: 'Bash', excludes: ['powershell'] },
				{ name: 'powershell', label: 'PowerShell', excludes: ['bash'] },
			],
		},
	]);
});

test('does not ask where no answer would change the page', () => {
	expect(variantAxes([])).toEqual([]);
	expect(variantAxes(parts('docker'))).toEqual([]);
	expect(variantAxes(parts('linux macos', 'linux macos'))).toEqual([]);
	expect(variantAxes(parts('linux', 'debian'))).toEqual([]);
	expect(variantAxes(parts('debian', 'docker'))).toEqual([]);
});
