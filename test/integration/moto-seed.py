"""Fills moto with an organisation of three accounts, for test/integration/moto.sh.

Prints one line of JSON: the ids that the checks ask for. No value of a key is printed.
"""

import datetime
import json
import sys

import boto3
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

ENDPOINT = sys.argv[1]


def client(name, credentials=None):
    keys = credentials or {}
    return boto3.client(
        name,
        endpoint_url=ENDPOINT,
        region_name="us-east-1",
        aws_access_key_id=keys.get("AccessKeyId", "testing"),
        aws_secret_access_key=keys.get("SecretAccessKey", "testing"),
        aws_session_token=keys.get("SessionToken"),
    )


def policy(action, resource="*", effect="Allow", **more):
    statement = {"Effect": effect, "Action": action, "Resource": resource, **more}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def certificate():
    """A key and a certificate for five days, both as PEM."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "shop")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + datetime.timedelta(days=5))
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    return private.decode(), made.public_bytes(serialization.Encoding.PEM).decode()


def fill(iam, account):
    """Users, groups, roles, policies and credentials of one account."""
    private, public = certificate()
    iam.create_group(GroupName="deployers", Path="/teams/")
    iam.put_group_policy(GroupName="deployers", PolicyName="pass", PolicyDocument=policy("iam:PassRole"))
    ids = {}
    # More users than a page of some listings holds, and one below a path.
    for number in range(120):
        iam.create_user(UserName=f"user-{number:03}", Path="/people/" if number % 2 else "/")
    iam.create_user(UserName="ci", Path="/machines/")
    iam.add_user_to_group(GroupName="deployers", UserName="ci")
    ids["key"] = iam.create_access_key(UserName="ci")["AccessKey"]["AccessKeyId"]
    managed = iam.create_policy(PolicyName="deploy", PolicyDocument=policy("s3:GetObject"))["Policy"]["Arn"]
    iam.create_policy_version(PolicyArn=managed, PolicyDocument=policy("*"), SetAsDefault=False)
    iam.attach_user_policy(UserName="ci", PolicyArn=managed)
    iam.upload_signing_certificate(UserName="ci", CertificateBody=public)
    iam.upload_ssh_public_key(UserName="ci", SSHPublicKeyBody="ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAgQ== ci")
    iam.upload_server_certificate(ServerCertificateName="shop", CertificateBody=public, PrivateKey=private)
    iam.create_open_id_connect_provider(
        Url="https://token.actions.githubusercontent.com", ClientIDList=["sts.amazonaws.com"], ThumbprintList=["a" * 40]
    )
    metadata = '<EntityDescriptor entityID="https://idp.example.com/saml">' + " " * 1000 + "</EntityDescriptor>"
    iam.create_saml_provider(Name="idp", SAMLMetadataDocument=metadata)
    federated = f"arn:aws:iam::{account}:oidc-provider/token.actions.githubusercontent.com"
    trust = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"Federated": federated},
                "Action": "sts:AssumeRoleWithWebIdentity",
                "Condition": {"StringLike": {"token.actions.githubusercontent.com:sub": "repo:acme/shop:*"}},
            }
        ],
    }
    iam.create_role(RoleName="deploy", AssumeRolePolicyDocument=json.dumps(trust))
    iam.put_role_policy(RoleName="deploy", PolicyName="all", PolicyDocument=policy("*"))
    own = {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}],
    }
    iam.create_role(RoleName="auditor", AssumeRolePolicyDocument=json.dumps(own))
    return ids


management = "123456789012"
organizations = client("organizations")
organizations.create_organization(FeatureSet="ALL")
root = organizations.list_roots()["Roots"][0]["Id"]
organizations.enable_policy_type(RootId=root, PolicyType="SERVICE_CONTROL_POLICY")
unit = organizations.create_organizational_unit(ParentId=root, Name="shops")["OrganizationalUnit"]["Id"]
members = []
for name in ["shop", "lab"]:
    status = organizations.create_account(AccountName=name, Email=f"{name}@example.com")["CreateAccountStatus"]
    members.append(status["AccountId"])
organizations.move_account(AccountId=members[0], SourceParentId=root, DestinationParentId=unit)
denied = organizations.create_policy(
    Content=policy("iam:CreateUser", effect="Deny"), Description="no users", Name="no-users", Type="SERVICE_CONTROL_POLICY"
)["Policy"]["PolicySummary"]["Id"]
organizations.attach_policy(PolicyId=denied, TargetId=unit)

keys = {management: fill(client("iam"), management)["key"]}
for member in members:
    role = f"arn:aws:iam::{member}:role/auditor"
    session = client("sts").assume_role(RoleArn=role, RoleSessionName="seed")["Credentials"]
    keys[member] = fill(client("iam", session), member)["key"]

print(json.dumps({"management": management, "members": members, "unit": unit, "root": root, "scp": denied, "keys": keys}))
