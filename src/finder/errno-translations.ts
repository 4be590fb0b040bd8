/*
 * What the C library says for an errno in other languages: German, French, Spanish, Italian and Brazilian Portuguese, from
 * the catalogs of glibc 2.36 (Debian package libc-l10n). Programs print it behind words of their own, translated or not.
 */

const translations: Readonly<Record<string, readonly string[]>> = {
	'Permission denied': [
		'Keine Berechtigung',
		'Permission non accordée',
		'Permiso denegado',
		'Permesso negato',
		'Permissão negada',
	],
	'No space left on device': [
		'Auf dem Gerät ist kein Speicherplatz mehr verfügbar',
		'Aucun espace disponible sur le périphérique',
		'No queda espacio en el dispositivo',
		'Spazio esaurito sul device',
		'Não há espaço disponível no dispositivo',
	],
	'Address already in use': [
		'Die Adresse wird bereits verwendet',
		'Adresse déjà utilisée',
		'La dirección ya se está usando',
		'Indirizzo già in uso',
		'Endereço já em uso',
	],
	'No such file or directory': [
		'Datei oder Verzeichnis nicht gefunden',
		'Aucun fichier ou dossier de ce type',
		'No existe el fichero o el directorio',
		'File o directory non esistente',
		'Arquivo ou diretório inexistente',
	],
	'Connection refused': [
		'Verbindungsaufbau abgelehnt',
		'Connexion refusée',
		'Conexión rehusada',
		'Connessione rifiutata',
		'Conexão recusada',
	],
	'Name or service not known': [
		'Der Name oder der Dienst ist nicht bekannt',
		'Nom ou service inconnu',
		'Nombre o servicio desconocido',
		'Nome o servizio sconosciuto',
		'Nome ou serviço desconhecido',
	],
	'Is a directory': [
		'Ist ein Verzeichnis',
		'est un dossier',
		'Es un directorio',
		'È una directory',
		'É um diretório',
	],
	'Not a directory': [
		'Ist kein Verzeichnis',
		"N'est pas un dossier",
		'No es un directorio',
		'Non è una directory',
		'Não é um diretório',
	],
	'File exists': [
		'Die Datei existiert bereits',
		'Le fichier existe',
		'El fichero ya existe',
		'File già esistente',
		'Arquivo existe',
	],
	'Operation not permitted': [
		'Die Operation ist nicht erlaubt',
		'Opération non permise',
		'Operación no permitida',
		'Operazione non permessa',
		'Operação não permitida',
	],
	'Read-only file system': [
		'Das Dateisystem ist nur lesbar',
		'Système de fichiers accessible en lecture seulement',
		'Sistema de ficheros de sólo lectura',
		'File system in sola lettura',
		'Sistema de arquivos somente para leitura',
	],
	'Too many open files': [
		'Zu viele offene Dateien',
		'Trop de fichiers ouverts',
		'Demasiados ficheros abiertos',
		'Troppi file aperti',
		'Muitos arquivos abertos',
	],
	'Connection timed out': [
		'Die Wartezeit für die Verbindung ist abgelaufen',
		"Connexion terminée par expiration du délai d'attente",
		'Expiró el tiempo de conexión',
		'Connessione scaduta',
		'Tempo esgotado para conexão',
	],
	'No route to host': [
		'Keine Route zum Zielrechner',
		"Aucun chemin d'accès pour atteindre l'hôte cible",
		"No existe ninguna ruta hasta el `host'",
		"Nessun instradamento per l'host",
		'Não há rota para o host',
	],
	'Connection reset by peer': [
		'Die Verbindung wurde vom Kommunikationspartner zurückgesetzt',
		'Connexion ré-initialisée par le correspondant',
		'Conexión reinicializada por la máquina remota',
		'Connessione interrotta dal corrispondente',
		'Conexão fechada pela outra ponta',
	],
	'Cannot allocate memory': [
		'Nicht genügend Hauptspeicher verfügbar',
		'Ne peut allouer de la mémoire',
		'No se pudo asignar memoria',
		'Impossibile allocare memoria',
		'Não foi possível alocar memória',
	],
	'Exec format error': [
		'Fehler im Format der Programmdatei',
		'Erreur de format pour exec()',
		'Formato de ejecutable incorrecto',
		'Formato eseguibile non valido',
		'Erro no formato exec',
	],
	'Text file busy': [
		'Das Programm kann nicht ausgeführt oder verändert werden (busy)',
		'Fichier texte occupé',
		'El fichero de texto está ocupado',
		'File di testo occupato',
		'Área de texto ocupada',
	],
	'Device or resource busy': [
		'Das Gerät oder die Ressource ist belegt',
		'Périphérique ou ressource occupé',
		'Dispositivo o recurso ocupado',
		'Dispositivo o risorsa occupata',
		'Dispositivo ou recurso está ocupado',
	],
	'Directory not empty': [
		'Das Verzeichnis ist nicht leer',
		"Le dossier n'est pas vide",
		'El directorio no está vacío',
		'Directory non vuota',
		'Diretório não vazio',
	],
	'Broken pipe': [
		'Datenübergabe unterbrochen (broken pipe)',
		'Relais brisé (pipe)',
		'Tubería rota',
		'Pipe interrotta',
		'Pipe quebrado',
	],
	'Disk quota exceeded': [
		'Der zugewiesene Plattenplatz (Quota) ist überschritten',
		"Débordement du quota d'espace disque",
		'Se ha excedido la cuota de disco',
		'Quota disco superata',
		'Cota da disco excedida',
	],
};

/** Not where a program goes on with a reason of its own, as `Permission denied (publickey)`. */
const phrase = new RegExp(`(?:${Object.keys(translations).join('|')})(?! \\()`);

/** The message as the same program prints it in those languages: none where it has no words of the C library. */
export function translatedMessages(message: string): readonly string[] {
	const found = phrase.exec(message)?.[0];
	return (found && translations[found]?.map((text) => message.replace(found, text))) || [];
}
