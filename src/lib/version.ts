/** Whether a version, such as `2.39.5`, is at least another, such as `2.35`. */
export function isAtLeast(version: string, lowest: string): boolean {
	const numbers = version.split('.').map(Number);
	for (const [index, wanted] of lowest.split('.').map(Number).entries()) {
		const number = numbers[index] ?? 0;
		if (number !== wanted) return number > wanted;
	}
	return true;
}
