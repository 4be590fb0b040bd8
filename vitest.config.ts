import { defineConfig } from 'vitest/config';
import { isDeep } from './tests/deep.ts';

export default defineConfig({
	test: {
		projects: [
			{ test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 60_000 } },
			{ test: { name: 'lab', include: ['tests/lab/**/*.test.ts'], testTimeout: 120_000 } },
			{
				test: {
					name: 'build',
					include: ['tests/build/**/*.test.ts'],
					exclude: isDeep ? [] : ['tests/build/**/*.deep.test.ts'],
					globalSetup: ['tests/build/setup.ts'],
					// Whole builds run inside some of them.
					testTimeout: 180_000,
					hookTimeout: 180_000,
				},
			},
		],
	},
});
