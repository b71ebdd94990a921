import { textOf } from './example-text.ts';

/** A job that logs in to AWS with a key that stays, and the same with a token of its own. */
export const KEYLESS_LOGIN = {
  before: textOf(
    'on: push',
    'jobs:',
    '  deploy:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: aws-actions/configure-aws-credentials@v4',
    '        with:',
    '          aws-region: eu-central-1',
    '          aws-access-key-id: ${{ secrets.AWS_ACCESS_KEY_ID }}',
    '          aws-secret-access-key: ${{ secrets.AWS_SECRET_ACCESS_KEY }}',
  ),
  after: textOf(
    'on: push',
    'permissions:',
    '  contents: read',
    '  id-token: write',
    'jobs:',
    '  deploy:',
    '    runs-on: ubuntu-latest',
    '    steps:',
    '      - uses: aws-actions/configure-aws-credentials@v4',
    '        with:',
    '          aws-region: eu-central-1',
    '          role-to-assume: arn:aws:iam::111122223333:role/shop-deploy',
  ),
};
