import { describe, expect, it } from 'vitest';
import { readCase } from './support.ts';
import type { FormatCase } from './support.ts';

/** Configuration of applications and their frameworks. */
const CASES: readonly FormatCase[] = [
  [
    '.env',
    '.env',
    ({ hit, human, random }) =>
      `# shop\nexport DB_PASSWORD='${hit(human())}'\nAPI_TOKEN="${hit(random())}"\nSECRET=${hit(random())} # rotate\nAPP_NAME=shop\nDB_PASSWORD_OLD=\n`,
  ],
  [
    '.env over lines',
    '.env',
    ({ hit, human }) => `DB_PASSWORD="${hit(human())}"\nGREETING="Hello\nworld"\nTOKEN=$OTHER_TOKEN\n`,
  ],
  [
    'properties',
    'application.properties',
    ({ hit, human }) =>
      `spring.datasource.username=shop\nspring.datasource.password=${hit(human())}\nspring.mail.password = \${MAIL_PASSWORD}\njasypt.password=ENC(Q8zr2vLp0Kx7Q8zr2vLp0Kx7)\n`,
  ],
  [
    'properties with a colon',
    'jdbc.properties',
    ({ hit, human }) => `jdbc.password: ${hit(human())}\njdbc.user: shop\n`,
  ],
  [
    'Spring YAML',
    'application.yml',
    ({ hit, human }) =>
      `spring:\n  datasource:\n    username: shop\n    password: ${hit(human())}\n  mail:\n    password: '{cipher}0a1b2c3d4e5f'\n`,
  ],
  [
    'INI',
    'app.ini',
    ({ hit, human }) => `[database]\nuser = shop\npassword = ${hit(human())}\n; password = changeme\n`,
  ],
  [
    'XML element',
    'config.xml',
    ({ hit, human }) => `<db>\n  <user>shop</user>\n  <password>${hit(human())}</password>\n</db>`,
  ],
  [
    'XML element over lines',
    'config.xml',
    ({ hit, human }) =>
      `<db>\n  <db-password>\n    ${hit(human())}\n  </db-password>\n  <description>\n    The password of the database\n  </description>\n</db>`,
  ],
  [
    'XML element of CDATA',
    'config.xml',
    ({ hit, human }) => `<db><password><![CDATA[${hit(human())}]]></password></db>`,
  ],
  [
    'XML attributes',
    'context.xml',
    ({ hit, human }) => `<Resource name="jdbc/shop" username="shop"\n   password="${hit(human())}" maxTotal="20"/>`,
  ],
  [
    'XML name and value as attributes',
    'beans.xml',
    ({ hit, human }) =>
      `<bean id="db">\n  <property name="username" value="shop"/>\n  <property name="password" value="${hit(human())}"/>\n  <property name="url"\n     value="jdbc:h2:mem"/>\n</bean>`,
  ],
  [
    'XML name and value over lines',
    'beans.xml',
    ({ hit, human, random }) =>
      `<property name="password">\n    <value>${hit(human())}</value>\n</property>\n<property>\n  <name>fs.s3a.secret.key</name>\n  <value>${hit(random())}</value>\n</property>\n<property>\n  <name>dfs.replication</name>\n  <value>3</value>\n</property>`,
  ],
  [
    'appSettings',
    'Web.config',
    ({ hit, human }) =>
      `<appSettings>\n  <add key="SmtpPassword" value="${hit(human())}" />\n  <add key="Theme" value="plain-and-simple1" />\n  <add key="ApiToken"\n       value="${hit(human())}" />\n</appSettings>`,
  ],
  [
    '.NET settings',
    'app.config',
    ({ hit, human }) =>
      `<setting name="SmtpPassword" serializeAs="String">\n  <value>${hit(human())}</value>\n</setting>\n<setting name="Theme" serializeAs="String">\n  <value>plain</value>\n</setting>`,
  ],
  [
    'Tomcat users',
    'conf/tomcat-users.xml',
    ({ hit, human }) =>
      `<tomcat-users>\n  <user username="deploy" password="${hit(human())}" roles="manager-gui"/>\n  <!-- <user username="tomcat" password="<must-be-changed>" roles="tomcat"/> -->\n</tomcat-users>`,
  ],
  [
    'Android strings',
    'res/values/strings.xml',
    ({ hit, random }) =>
      `<resources>\n  <string name="app_name">Shop</string>\n  <string name="api_token">${hit(random())}</string>\n  <string name="password_hint">Enter your password</string>\n  <string name="password">Password</string>\n</resources>`,
  ],
  [
    'plist',
    'Info.plist',
    ({ hit, random, human }) =>
      `<dict>\n\t<key>CFBundleName</key>\n\t<string>Shop</string>\n\t<key>ShopAPIToken</key>\n\t<string>${hit(random())}</string>\n\t<key>SMTPPassword</key>\n\t<string>${hit(human())}</string>\n\t<key>PasswordHint</key>\n\t<string>Kagebu42!tra</string>\n</dict>`,
  ],
  [
    'plist that refers',
    'Info.plist',
    () =>
      '<dict>\n\t<key>ApiToken</key>\n\t<string>$(API_TOKEN)</string>\n\t<key>Password</key>\n\t<string></string>\n</dict>',
  ],
  [
    'Jenkins credentials, plain',
    'credentials.xml',
    ({ hit, human }) =>
      `<com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl>\n  <id>nexus</id>\n  <username>deploy</username>\n  <password>${hit(human())}</password>\n</com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl>`,
  ],
  [
    'WordPress',
    'wp-config.php',
    ({ hit, human, random }) =>
      `define( 'DB_USER', 'shop' );\ndefine( 'DB_PASSWORD', '${hit(human())}' );\ndefine( 'AUTH_KEY',  '${hit(`${random()}#&${random()}`)}' );\ndefine( 'NONCE_SALT', 'put your unique phrase here' );`,
  ],
  [
    'Rails database.yml',
    'config/database.yml',
    ({ hit, human }) =>
      `production:\n  adapter: postgresql\n  username: shop\n  password: ${hit(human())}\ntest:\n  password: <%= ENV['DB_PASSWORD'] %>\n`,
  ],
  [
    'Rails secrets.yml',
    'config/secrets.yml',
    ({ hit, make }) => `production:\n  secret_key_base: ${hit(make(make.hex, 128))}\n`,
  ],
  ['Rails master.key', 'config/master.key', ({ hit, make }) => hit(make(make.hex, 32))],
  [
    'Rails key of an environment',
    'config/credentials/production.key',
    ({ hit, make }) => `${hit(make(make.hex, 32))}\n`,
  ],
  [
    'Rails credentials',
    'config/credentials.yml.enc',
    ({ base64, random }) =>
      `${base64(random() + random() + random())}--${base64(random().slice(0, 12))}--${base64(random().slice(0, 16))}`,
  ],
  [
    'Django',
    'shop/settings.py',
    ({ hit, human, make }) =>
      `SECRET_KEY = '${hit(make('abcdefghijklmnopqrstuvwxyz0123456789!@#%^&*(-_=+)', 50))}'\nDATABASES = {'default': {'USER': 'shop', 'PASSWORD': '${hit(human())}'}}\nEMAIL_HOST_PASSWORD = "${hit(human())}"\nAUTH_PASSWORD_VALIDATORS = []\n`,
  ],
  [
    'Laravel',
    '.env',
    ({ hit, make, human }) =>
      `APP_NAME=Shop\nAPP_KEY=base64:${hit(`${make(make.base62, 43)}=`)}\nDB_PASSWORD=${hit(human())}\nMAIL_PASSWORD=null\n`,
  ],
  ['Symfony', '.env.local', ({ hit, make }) => `APP_ENV=prod\nAPP_SECRET=${hit(make(make.hex, 32))}\n`],
  [
    'JSON in a JSON string',
    'export.json',
    ({ hit, random }) => `{"body": "{\\"apiToken\\": \\"${hit(random())}\\", \\"name\\": \\"shop\\"}"}`,
  ],
  [
    'JSON that a name calls a token',
    'export.json',
    ({ hit, make }) => `{"Apitoken": "{\\"name\\":\\"shop\\",\\"sig\\":\\"${hit(make(make.hex, 40))}\\"}"}`,
  ],
  ['bold names', 'notes.md', ({ hit, human }) => `**password**: ${hit(human())}\n**Password:** ${hit(human())}\n`],
  [
    'values as code',
    'notes.md',
    ({ hit, random, human }) =>
      `Consumer Secret: \`\`${hit(random())}\`\`\nPassword: \`${hit(human())}\`\n| password | \`${hit(human())}\` |\n`,
  ],
  ['TOML', 'config.toml', ({ hit, human }) => `[database]\nuser = "shop"\npassword = "${hit(human())}"\n`],
];

describe('files of applications', () => {
  it.each(CASES)('%s', (...each) => {
    const { wanted, found } = readCase(each);
    expect(found).toEqual(wanted);
  });
});
