export { exampleMaker } from '../../src/engine/example-maker.ts';
