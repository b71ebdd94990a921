import { describe, expect, it } from 'vitest';
import { readCase } from './support.ts';
import type { FormatCase } from './support.ts';

/** Files that people's programs keep and export: clients, shells, databases, agents. */
const CASES: readonly FormatCase[] = [
  [
    '.pgpass',
    '.pgpass',
    ({ hit, human }) =>
      `# comment\ndb.shop.io:5432:shop:deploy:${hit(human())}\ndb.shop.io:15432:*:deploy:${hit(human())}\n`,
  ],
  ['.my.cnf', '.my.cnf', ({ hit, human }) => `[client]\nuser = shop\npassword = ${hit(human())}\n`],
  [
    'my.cnf in quotes',
    'conf/my.cnf',
    ({ hit, human }) => `[mysqldump]\nuser=backup\npassword="${hit(human())}"\nport=3306\n`,
  ],
  [
    'SQL users',
    'init.sql',
    ({ hit, human }) =>
      `CREATE USER 'shop'@'%' IDENTIFIED BY '${hit(human())}';\nALTER ROLE shop WITH LOGIN PASSWORD '${hit(human())}';\nCREATE ROLE ops LOGIN ENCRYPTED PASSWORD 'md5${'0a'.repeat(16)}';\n`,
  ],
  [
    'SQL rows',
    'dump.sql',
    ({ hit, human }) =>
      `INSERT INTO users (id, name, password) VALUES (1, 'deploy', '${hit(human())}');\nINSERT INTO \`users\` (\`id\`,\`password\`,\`name\`) VALUES (2,'${hit(human())}','ops');\nINSERT INTO notes (id, text) VALUES (1, 'Kagebu42!tra');\n`,
  ],
  [
    'htpasswd',
    '.htpasswd',
    ({ hit, make }) => `ops:${hit(`$apr1$${make(make.base62, 8)}$${make(make.base62, 22)}`)}\n`,
  ],
  [
    'shadow',
    'etc/shadow',
    ({ hit, make }) =>
      `root:${hit(`$6$${make(make.base62, 16)}$${make(make.base62, 86)}`)}:19000:0:99999:7:::\nbin:*:19000:0:99999:7:::\nops:${hit(`$y$j9T$${make(make.base62, 22)}$${make(make.base62, 43)}`)}:19500:0:99999:7:::\n`,
  ],
  [
    'shell history',
    '.bash_history',
    ({ hit, human, random }) =>
      `ls -la\nexport API_TOKEN=${hit(random())}\ncurl -u deploy:${hit(random())} https://api.shop.io/v1\nmysql -u root -p${hit(human())} shop\nsshpass -p '${hit(human())}' ssh ops@db1\npsql -h db1 -p 5432 shop\nmkdir -p src/engine\n`,
  ],
  [
    'shell history of zsh',
    '.zsh_history',
    ({ hit, human, random }) =>
      `: 1700000000:0;export DB_PASSWORD='${hit(human())}'\n: 1700000001:0;mysqldump -uroot -p'${hit(human())}' shop\n: 1700000002:0;docker login -u ci -p ${hit(random())} registry.shop.io\n: 1700000003:0;PGPASSWORD=${hit(human())} psql -h db1\n: 1700000004:0;docker run -p 8080:80 shop\n`,
  ],
  [
    'mysql with a blank',
    'backup.sh',
    ({ hit, human }) =>
      `mysql -h db1 -u shop --password=${hit(human())} shop\nmysqladmin -u root -p "$MYSQL_PASSWORD" ping\nmysql -u root -p shop\n`,
  ],
  [
    'Postman environment',
    'shop.postman_environment.json',
    ({ hit, random }) =>
      `{"name": "shop", "values": [\n  {\n    "key": "baseUrl",\n    "value": "https://api.shop.io",\n    "enabled": true\n  },\n  {\n    "key": "apiToken",\n    "type": "secret",\n    "value": "${hit(random())}",\n    "enabled": true\n  },\n  {\n    "key": "password",\n    "value": "{{password}}",\n    "enabled": true\n  }\n]}`,
  ],
  [
    'Postman collection',
    'shop.postman_collection.json',
    ({ hit, random, human }) =>
      `"auth": {\n  "type": "apikey",\n  "apikey": [\n    {\n      "key": "value",\n      "value": "${hit(random())}",\n      "type": "string"\n    },\n    {\n      "key": "key",\n      "value": "X-Shop-Access",\n      "type": "string"\n    }\n  ]\n},\n"basic": [\n  {\n    "key": "password",\n    "value": "${hit(human())}",\n    "type": "string"\n  },\n  {\n    "key": "username",\n    "value": "deploy",\n    "type": "string"\n  }\n]`,
  ],
  [
    'Insomnia',
    'insomnia.json',
    ({ hit, random, human }) =>
      `{"_type": "export", "resources": [{"authentication": {"type": "bearer", "token": "${hit(random())}"}, "data": {"client_secret": "${hit(random())}"}}, {"authentication": {"type": "basic", "username": "deploy", "password": "${hit(human())}"}, "headers": [{"name": "X-Api-Key", "value": "${hit(random())}"}]}]}`,
  ],
  [
    'HAR',
    'shop.har',
    ({ hit, random }) =>
      `"headers": [\n  {\n    "name": "Authorization",\n    "value": "Bearer ${hit(random() + random())}"\n  },\n  {\n    "name": "X-Api-Key",\n    "value": "${hit(random())}"\n  },\n  {\n    "name": "Cookie",\n    "value": "theme=dark; sessionid=${hit(random() + random())}"\n  },\n  {\n    "name": "Accept",\n    "value": "application/json"\n  }\n],\n"postData": {"mimeType": "application/json", "text": "{\\"password\\":\\"${hit(random())}\\"}"}`,
  ],
  [
    'HAR form',
    'shop.har',
    ({ hit, human }) =>
      `"postData": {\n  "params": [\n    {\n      "name": "user",\n      "value": "deploy"\n    },\n    {\n      "name": "password",\n      "value": "${hit(human())}"\n    }\n  ]\n}`,
  ],
  [
    'notebook',
    'analysis.ipynb',
    ({ hit, random, human }) =>
      `{"cells": [{"cell_type": "code", "source": [\n  "api_token = \\"${hit(random())}\\"\\n",\n  "password = '${hit(human())}'\\n",\n  "token = os.environ[\\"TOKEN\\"]\\n"\n], "outputs": [{"text": ["{'access_token': '${hit(random())}'}\\n"]}]}]}`,
  ],
  [
    'FileZilla',
    'sitemanager.xml',
    ({ hit64, human }) =>
      `<Server><Host>ftp.shop.io</Host><User>deploy</User>\n<Pass encoding="base64">${hit64(human())}</Pass></Server>`,
  ],
  [
    'WinSCP',
    'WinSCP.ini',
    ({ hit, make }) =>
      `[Sessions\\deploy@ftp.shop.io]\nHostName=ftp.shop.io\nUserName=deploy\nPassword=${hit(make('0123456789ABCDEF', 48))}\n`,
  ],
  [
    '.ftpconfig',
    '.ftpconfig',
    ({ hit, human }) =>
      `{\n    "protocol": "ftp",\n    "host": "ftp.shop.io",\n    "user": "deploy",\n    "pass": "${hit(human())}"\n}`,
  ],
  [
    'sftp-config.json',
    'sftp-config.json',
    ({ hit, human }) =>
      `{\n    "type": "sftp",\n    "user": "deploy",\n    "password": "${hit(human())}",\n    //"ssh_key_file": "~/.ssh/id_rsa",\n    "passphrase": null\n}`,
  ],
  [
    '.vscode/sftp.json',
    '.vscode/sftp.json',
    ({ hit, human }) =>
      `{\n    "host": "ftp.shop.io",\n    "username": "deploy",\n    "password": "${hit(human())}",\n    "uploadOnSave": true\n}`,
  ],
  [
    'Firefox logins',
    'logins.json',
    ({ hit64, random }) =>
      `{"nextId":2,"logins":[{"id":1,"hostname":"https://shop.io","encryptedUsername":"MDIEEPgAAAAAAAAAAAAAAAAAAAEwFAYIKoZIhvcNAwcECA","encryptedPassword":"${hit64(`0:\u0004\u0010${random()}${random()}`)}","guid":"{0}"}]}`,
  ],
  [
    'MCP servers',
    '.cursor/mcp.json',
    ({ hit, random }) =>
      `{"mcpServers": {"shop": {"command": "npx", "args": ["-y", "shop-mcp", "--api-key", "${hit(random())}"], "env": {"SHOP_API_TOKEN": "${hit(random())}", "STAGE": "production"}}, "web": {"url": "https://mcp.shop.io", "headers": {"Authorization": "Bearer ${hit(random())}", "X-API-Key": "${hit(random())}"}}}}`,
  ],
  [
    'MCP servers, over lines',
    'claude_desktop_config.json',
    ({ hit, random }) =>
      `{\n  "mcpServers": {\n    "shop": {\n      "command": "npx",\n      "args": [\n        "-y",\n        "shop-mcp",\n        "--api-key",\n        "${hit(random())}",\n        "--token=${hit(random())}"\n      ],\n      "env": {\n        "SHOP_KEY": "${hit(random())}"\n      }\n    }\n  }\n}`,
  ],
  [
    'MCP servers that ask',
    '.vscode/mcp.json',
    () =>
      '{"servers": {"shop": {"env": {"API_TOKEN": "${input:token}"}, "headers": {"Authorization": "Bearer ${env:TOKEN}"}}}, "inputs": [{"id": "token", "type": "promptString", "password": true}]}',
  ],
  [
    'Codex',
    '.codex/config.toml',
    ({ hit, random }) =>
      `model = "gpt-5"\n[mcp_servers.shop]\ncommand = "npx"\nenv = { "SHOP_API_KEY" = "${hit(random())}" }\nbearer_token_env_var = "SHOP_TOKEN"\n`,
  ],
  [
    'Continue',
    '.continue/config.yaml',
    ({ hit, random }) =>
      `models:\n  - name: shop\n    provider: openai\n    apiKey: ${hit(random())}\n  - name: other\n    apiKey: \${{ secrets.OTHER_KEY }}\n`,
  ],
  [
    'Aider',
    '.aider.conf.yml',
    ({ hit, random }) => `model: sonnet\nopenai-api-key: ${hit(random())}\napi-key:\n  - gemini=${hit(random())}\n`,
  ],
  [
    's3cmd',
    '.s3cfg',
    ({ hit, random, make }) =>
      `[default]\naccess_key = ${make('ABCDEFGH', 3)}\nsecret_key = ${hit(make(make.base62, 40))}\ngpg_passphrase = ${hit(random())}\n`,
  ],
  ['Boto', '.boto', ({ hit, make }) => `[Credentials]\naws_secret_access_key = ${hit(make(make.base62, 40))}\n`],
  [
    'rclone',
    'rclone.conf',
    ({ hit, make, random }) =>
      `[shop]\ntype = sftp\nhost = ftp.shop.io\nuser = deploy\npass = ${hit(make(make.base64url, 38))}\n\n[vault]\ntype = crypt\npassword = ${hit(make(make.base64url, 43))}\npassword2 = ${hit(make(make.base64url, 43))}\n\n[s3]\nsecret_access_key = ${hit(random() + 'Kx7Q8zr2vLp0Kx7Q')}\n`,
  ],
  [
    'rclone, whole file encrypted',
    'rclone.conf',
    ({ base64, random }) =>
      `# Encrypted rclone configuration File\n\nRCLONE_ENCRYPT_V0:\n${base64(random() + random() + random())}\n`,
  ],
  [
    'Vault token',
    '.vault-token',
    ({ hit, random }) => `hvs.${random()}${random()}${random()}${random()}`.replace(/^.*$/, hit),
  ],
  [
    'Vault token of no known form',
    'home/.vault-token',
    ({ hit, make }) =>
      hit(`${make(make.hex, 8)}-${make(make.hex, 4)}-${make(make.hex, 4)}-${make(make.hex, 4)}-${make(make.hex, 12)}`),
  ],
  ['a secret in a file of its own', 'secrets/db_password.txt', ({ hit, human }) => `${hit(human())}\n`],
  [
    'AWS credentials',
    '.aws/credentials',
    ({ hit, make }) => `[default]\naws_secret_access_key = ${hit(make(make.base62, 40))}\n`,
  ],
  [
    'Azure access tokens',
    '.azure/accessTokens.json',
    ({ hit, random }) =>
      `[{"tokenType": "Bearer", "expiresIn": 3599, "refreshToken": "${hit(random() + random())}", "accessToken": "${hit(random() + random())}", "userId": "ops@shop.io"}]`,
  ],
  [
    'age keys',
    'keys.txt',
    ({ make, hit }) =>
      `# created: 2026-01-01\n# public key: age1q\n${hit(`AGE-SECRET-KEY-1${make('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58)}`)}\n`,
  ],
];

describe('files of clients, shells, databases and agents', () => {
  it.each(CASES)('%s', (...each) => {
    const { wanted, found } = readCase(each);
    expect(found).toEqual(wanted);
  });
});
