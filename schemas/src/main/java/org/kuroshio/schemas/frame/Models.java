package org.kuroshio.schemas.frame;

import org.apache.avro.Conversions.DecimalConversion;
import org.apache.avro.data.TimeConversions.DateConversion;
import org.apache.avro.data.TimeConversions.TimestampMicrosConversion;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificData;
import org.kuroshio.schemas.trust.OwnClasses;

/** The two ways in which we look at Avro data. */
final class Models {
  /** Generated classes with dates, instants and decimals as Java's own types. */
  static final SpecificData SPECIFIC = specific();

  /**
   * Generic records with dates as days, instants as microseconds, decimals as unscaled bytes: no
   * conversion per record.
   */
  static final GenericData GENERIC = generic();

  private Models() {}

  private static SpecificData specific() {
    SpecificData model = OwnClasses.model();
    model.addLogicalTypeConversion(new DateConversion());
    model.addLogicalTypeConversion(new TimestampMicrosConversion());
    model.addLogicalTypeConversion(new DecimalConversion());
    model.setFastReaderEnabled(true);
    return model;
  }

  private static GenericData generic() {
    GenericData model = new GenericData(OwnClasses.class.getClassLoader());
    model.setFastReaderEnabled(true);
    return model;
  }
}
