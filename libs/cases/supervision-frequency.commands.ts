import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { FREQUENCY_SCOPES, type FrequencyScope } from '#libs/cases/supervision-frequency.events';

/** What is to be supervised more often */
export class FrequencyScopeInput implements FrequencyScope {
  @IsIn(Object.keys(FREQUENCY_SCOPES))
  readonly kind: FrequencyScope['kind'];

  /** Id of the agency, name of the occupation, or code of the area */
  @IsString()
  @Length(1, 64)
  readonly value: string;
}

/** 提高督导频次 */
export class RaiseSupervisionFrequency {
  @IsObject()
  @ValidateNested()
  @Type(() => FrequencyScopeInput)
  readonly scope: FrequencyScopeInput;

  /** Daily supervisions a year, at least */
  @IsInt()
  @Min(1)
  @Max(366)
  readonly timesPerYear: number;

  @IsString()
  @Length(1, 2000)
  readonly reasons: string;
}
