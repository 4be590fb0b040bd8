/** Something that a lab can need: how people call it, the command that must exist, the Debian package that has it. */
export interface Program {
	readonly name: string;
	readonly label: string;
	readonly command: string;
	/** Nothing where no Debian package has it. */
	readonly package: string | undefined;
	/** What makes the command print its version. */
	readonly version: string;
}

type Row = readonly [
	names: string,
	label: string,
	command: string,
	debian: string | undefined,
	version?: string,
];

/** Each with the names it may be called by, which include its Debian package. */
const rows: readonly Row[] = [
	['apache2', 'Apache HTTP Server', 'apache2', 'apache2', 'apache2 -v'],
	['apt', 'APT', 'apt-get', 'apt'],
	['bash', 'Bash', 'bash', 'bash'],
	['bind9-dnsutils dig', 'dig', 'dig', 'bind9-dnsutils', 'dig -v'],
	['binutils ld', 'GNU ld', 'ld', 'binutils'],
	['bundler bundle', 'Bundler', 'bundle', 'bundler'],
	['cargo', 'Cargo', 'cargo', 'cargo'],
	['clang', 'Clang', 'clang', 'clang'],
	['cmake', 'CMake', 'cmake', 'cmake'],
	['composer', 'Composer', 'composer', 'composer'],
	['coreutils', 'GNU coreutils', 'cp', 'coreutils'],
	['cron crontab', 'cron', 'crontab', 'cron', 'dpkg-query -W cron'],
	['curl', 'curl', 'curl', 'curl'],
	['dash sh', 'dash', 'dash', 'dash', 'dpkg-query -W dash'],
	['dnsmasq-base dnsmasq', 'dnsmasq', 'dnsmasq', 'dnsmasq-base'],
	['docker.io docker docker-cli', 'Docker', 'docker', 'docker.io'],
	['findutils find', 'GNU findutils', 'find', 'findutils'],
	['g++', 'G++', 'g++', 'g++'],
	['gcc', 'GCC', 'gcc', 'gcc'],
	['git', 'Git', 'git', 'git'],
	['gnupg gpg', 'GnuPG', 'gpg', 'gnupg'],
	['golang golang-go go', 'Go', 'go', 'golang-go', 'go version'],
	['grep', 'GNU grep', 'grep', 'grep'],
	['gzip', 'gzip', 'gzip', 'gzip'],
	['haproxy', 'HAProxy', 'haproxy', 'haproxy', 'haproxy -v'],
	['iproute2 ss', 'iproute2', 'ss', 'iproute2', 'ss -V'],
	['java default-jre-headless', 'Java', 'java', 'default-jre-headless', 'java -version'],
	[
		'javac default-jdk-headless',
		'Java compiler',
		'javac',
		'default-jdk-headless',
		'javac -version',
	],
	['jq', 'jq', 'jq', 'jq'],
	['lsof', 'lsof', 'lsof', 'lsof', 'lsof -v'],
	['make', 'GNU Make', 'make', 'make'],
	['mariadb-client mariadb', 'MariaDB client', 'mariadb', 'mariadb-client'],
	['mariadb-server mariadbd', 'MariaDB', 'mariadbd', 'mariadb-server'],
	['maven mvn', 'Maven', 'mvn', 'maven'],
	['memcached', 'Memcached', 'memcached', 'memcached'],
	// Not a program but what some labs need of the machine: a sandbox with mounts of its own, /dev/shm of 64 MB among them.
	['namespaces', 'Linux', 'uname', undefined, '[ "$HOME" = /home/sam ] && uname -r'],
	// Likewise: a /dev/shm that belongs to root, which it does where root runs the labs.
	[
		'other-accounts',
		'Linux',
		'uname',
		undefined,
		'[ "$HOME" = /home/sam ] && [ "$(stat -c %u /dev/shm)" = 0 ] && uname -r',
	],
	['netcat-openbsd nc', 'netcat', 'nc', 'netcat-openbsd', 'dpkg-query -W netcat-openbsd'],
	['nginx', 'nginx', 'nginx', 'nginx', 'nginx -v'],
	['nodejs node', 'Node.js', 'node', 'nodejs'],
	['npm', 'npm', 'npm', 'npm'],
	['openssh-client ssh', 'OpenSSH client', 'ssh', 'openssh-client', 'ssh -V'],
	['openssh-server sshd', 'OpenSSH server', 'sshd', 'openssh-server', 'sshd -V'],
	['openssl', 'OpenSSL', 'openssl', 'openssl', 'openssl version'],
	['perl', 'Perl', 'perl', 'perl'],
	['php-cli php', 'PHP', 'php', 'php-cli'],
	// Debian has the version of PHP in the name of its program.
	['php-fpm', 'PHP-FPM', '"$(compgen -c php-fpm | sort -V | tail -n 1)"', 'php-fpm'],
	['postgresql postgres', 'PostgreSQL', 'postgres', 'postgresql'],
	['postgresql-client psql', 'psql', 'psql', 'postgresql-client'],
	['procps ps', 'procps', 'ps', 'procps'],
	['python3 python', 'Python', 'python3', 'python3'],
	['python3-pip pip', 'pip', 'pip3', 'python3-pip'],
	['python3-venv', 'Python venv', 'python3', 'python3-venv', 'python3 -m ensurepip --version'],
	[
		'python3-psycopg2',
		'psycopg2',
		'python3',
		'python3-psycopg2',
		'python3 -c "import psycopg2 as p; print(p.__version__)"',
	],
	[
		'python3-requests',
		'Requests',
		'python3',
		'python3-requests',
		'python3 -c "import requests as r; print(r.__version__)"',
	],
	['redis-server redis', 'Redis', 'redis-server', 'redis-server'],
	['redis-tools redis-cli', 'redis-cli', 'redis-cli', 'redis-tools'],
	['rsync', 'rsync', 'rsync', 'rsync'],
	['ruby', 'Ruby', 'ruby', 'ruby'],
	['rustc rust', 'Rust', 'rustc', 'rustc'],
	['socat', 'socat', 'socat', 'socat', 'socat -V'],
	['sqlite3 sqlite', 'SQLite', 'sqlite3', 'sqlite3'],
	['sudo', 'sudo', 'sudo', 'sudo'],
	['systemd systemctl', 'systemd', 'systemctl', 'systemd'],
	['tar', 'GNU tar', 'tar', 'tar'],
	['tsc typescript', 'TypeScript', 'tsc', undefined],
	['unzip', 'UnZip', 'unzip', 'unzip', 'unzip -v'],
	['util-linux', 'util-linux', 'unshare', 'util-linux'],
	['wget', 'GNU Wget', 'wget', 'wget'],
	['zip', 'Zip', 'zip', 'zip', 'zip -v'],
];

/** By each of their names. */
export const programs: ReadonlyMap<string, Program> = new Map(
	rows.flatMap(([names, label, command, debian, version = `${command} --version`]) =>
		names
			.split(' ')
			.map((name) => [name, { name, label, command, package: debian, version }] as const),
	),
);
