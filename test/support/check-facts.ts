import { checkFact } from '#test/support/event-validator';
import { checkEveryFact } from '#libs/event-sourcing/given';

checkEveryFact(checkFact);
