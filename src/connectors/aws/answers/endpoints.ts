import { z } from 'zod';
import { placeOf } from '../identities.ts';
import { readPolicyDocument } from '../policy-document.ts';
import type { AnswerKind } from './reader.ts';
import { itemsOf, noteTruncation } from './reader.ts';

// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html

const endpoint = z.looseObject({
  VpcEndpointId: z.string().regex(/^vpce-[0-9a-z]+$/),
  ServiceName: z.string(),
  OwnerId: z.string().regex(/^\d{12}$/),
  PolicyDocument: z.string().nullish(),
});

/** Region of `com.amazonaws.eu-west-1.s3`; services of others have it elsewhere, and policies none. */
function regionOf(service: string): string {
  return /(?:^|\.)com\.amazonaws\.([a-z]{2}(?:-[a-z]+)+-\d)\./.exec(service)?.[1] ?? '';
}

function partitionOf(region: string): string {
  return region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

const endpoints: AnswerKind = {
  command: 'aws ec2 describe-vpc-endpoints',
  is: ({ VpcEndpoints }) => Array.isArray(VpcEndpoints),
  read(answer, reader) {
    const listed = itemsOf(answer.fields['VpcEndpoints'], endpoint, this.command, reader);
    for (const { VpcEndpointId, ServiceName, OwnerId, PolicyDocument } of listed) {
      if (typeof PolicyDocument !== 'string' || PolicyDocument === '') continue;
      const reading = readPolicyDocument(PolicyDocument);
      const region = regionOf(ServiceName);
      const resource = `arn:${partitionOf(region)}:ec2:${region}:${OwnerId}:vpc-endpoint/${VpcEndpointId}`;
      if ('problem' in reading) {
        const what = `A policy of a VPC endpoint cannot be read: ${reading.problem}. What it forbids is not judged.`;
        reader.gap('unreadable', what, resource);
        continue;
      }
      reader.ofAccount(resource);
      reader.add('resourcePolicies', {
        resource,
        account: OwnerId,
        kind: 'endpoint',
        statements: reading.statements,
        place: placeOf(reader.source, resource, 'PolicyDocument'),
      });
    }
    reader.read('VPC endpoints read.', listed.length);
    noteTruncation(answer, this.command, reader);
  },
};

export const ENDPOINT_ANSWERS: readonly AnswerKind[] = [endpoints];
