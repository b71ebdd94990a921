#!/usr/bin/env bash
# Collects an organisation from moto (https://docs.getmoto.org), once with `bitting collect aws` and once with the AWS
# command line, and compares what is read of both. Needs Python with pip; says so and ends well where there is none.
set -euo pipefail
cd "$(dirname "$0")/../.."

skip() { echo "skipped: $1"; exit 0; }

work=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

command -v python3 >/dev/null || skip 'there is no Python'
python3 -m venv "$work/venv" >/dev/null 2>&1 || skip 'Python cannot make a virtual environment here'
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'moto[server]==5.2.5' 'awscli==1.46.3' >"$work/pip" 2>&1 ||
  skip 'moto and the AWS command line cannot be installed'

# Nothing of the caller's own AWS configuration is used.
unset AWS_PROFILE AWS_SESSION_TOKEN
export AWS_ACCESS_KEY_ID=testing AWS_SECRET_ACCESS_KEY=testing AWS_DEFAULT_REGION=us-east-1 AWS_PAGER=
export AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null AWS_EC2_METADATA_DISABLED=true

port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
endpoint=http://127.0.0.1:$port
"$work/venv/bin/moto_server" -H 127.0.0.1 -p "$port" >"$work/moto.log" 2>&1 &
server=$!
for _ in $(seq 100); do
  python3 -c "import urllib.request; urllib.request.urlopen('$endpoint/moto-api/')" 2>/dev/null && break
  kill -0 "$server" 2>/dev/null || { cat "$work/moto.log"; exit 1; }
  sleep 0.3
done
"$work/venv/bin/python" test/integration/moto-seed.py "$endpoint" >"$work/seeds.json"

bitting() { npm run --silent bitting -- "$@"; }
bitting collect aws --organization --role auditor --endpoint "$endpoint" --out "$work/collected" --quiet
bitting collect aws --endpoint "$endpoint" --out "$work/one.json" --quiet

# The same by the command line, each answer as it is.
aws() { "$work/venv/bin/aws" --endpoint-url "$endpoint" --output json "$@"; }
out=$work/exported/123456789012
mkdir -p "$out" "$work/exported/organization"
token=
for page in $(seq 20); do
  aws iam get-account-authorization-details --max-items 40 ${token:+--starting-token "$token"} >"$out/details-$page.json"
  token=$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1])).get("NextToken", ""))' "$out/details-$page.json")
  [ -n "$token" ] || break
done
for listing in list-users list-roles list-server-certificates list-open-id-connect-providers list-saml-providers get-account-summary; do
  aws iam "$listing" >"$out/$listing.json"
done
for listing in list-access-keys list-signing-certificates list-ssh-public-keys; do
  aws iam "$listing" --user-name ci >>"$out/of-users.json"
done
aws iam generate-credential-report >/dev/null
aws iam get-credential-report >"$out/report.json"
aws iam get-open-id-connect-provider \
  --open-id-connect-provider-arn arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com >"$out/oidc.json"
aws sts get-caller-identity >"$out/me.json"
cd "$work/exported/organization"
for question in list-accounts list-roots describe-organization; do aws organizations "$question" >"$question.json"; done
for parent in $(python3 -c 'import json, sys; s = json.load(open(sys.argv[1])); print(s["root"], s["unit"])' "$work/seeds.json"); do
  aws organizations list-organizational-units-for-parent --parent-id "$parent" >"units-$parent.json"
  aws organizations list-accounts-for-parent --parent-id "$parent" >"accounts-$parent.json"
done
for policy in p-FullAWSAccess "$(python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))["scp"])' "$work/seeds.json")"; do
  aws organizations describe-policy --policy-id "$policy" >"describe-$policy.json"
  aws organizations list-targets-for-policy --policy-id "$policy" >"$policy.json"
done
cd - >/dev/null

"$(node tools/run.mjs which-node)" test/integration/moto-check.ts "$work"

code=0
bitting audit --aws-dump "$work/collected" --out "$work/report" --key-file "$work/key" --quiet || code=$?
[ "$code" = 1 ] || { echo "the audit of the organisation ended with exit code $code, not 1"; exit 1; }
echo 'collected and exported accounts of moto read alike'
