# needs: node >= 20, tsc >= 5

setup() {
	mkdir src
	echo '{ "compilerOptions": { "module": "esnext", "target": "es2022", "strict": true, "types": [] }, "include": ["src"] }' > tsconfig.json
}

provoke() {
	tsc --noEmit
}

setup:handle-nothing() {
	echo "const settings = new Map<string, string>();" > src/app.ts
	echo "export const host: string = settings.get('host');" >> src/app.ts
}

fix:handle-nothing() {
	sed -i "s/settings.get('host')/settings.get('host') ?? 'localhost'/" src/app.ts
}

setup:convert-the-value() {
	echo "const text = '8080';" > src/app.ts
	echo 'export const port: number = text;' >> src/app.ts
}

fix:convert-the-value() {
	sed -i 's/= text;/= Number(text);/' src/app.ts
	echo 'if (Number.isNaN(port)) throw new Error(`"${text}" is not a port.`);' >> src/app.ts
}

setup:await-it() {
	cat > src/app.ts <<-'EOF'
		declare function readSize(): Promise<number>;

		export async function start(): Promise<number> {
		  const size: number = readSize();
		  return size * 2;
		}
	EOF
}

fix:await-it() {
	sed -i 's/= readSize()/= await readSize()/' src/app.ts
}

setup:keep-the-literal() {
	cat > src/app.ts <<-'EOF'
		type Mode = 'light' | 'dark';

		const settings = { mode: 'dark' };
		export const mode: Mode = settings.mode;
	EOF
}

fix:keep-the-literal() {
	sed -i "s/{ mode: 'dark' }/{ mode: 'dark' } as const/" src/app.ts
}

setup:correct-the-declaration() {
	cat > src/app.ts <<-'EOF'
		interface Ticket {
		  readonly id: number;
		}

		export const ticket: Ticket = { id: 'T-1042' };
	EOF
}

fix:correct-the-declaration() {
	sed -i 's/readonly id: number;/readonly id: number | string;/' src/app.ts
}
