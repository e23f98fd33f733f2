import { describeHistories } from '#test/properties/histories';

describeHistories(1);
