// Tests never read the caller's git configuration, nor a key of theirs.
process.env['GIT_CONFIG_GLOBAL'] = '/dev/null';
process.env['GIT_CONFIG_SYSTEM'] = '/dev/null';
process.env['BITTING_KEY_FILE'] = new URL('fingerprint-key.txt', import.meta.url).pathname;
