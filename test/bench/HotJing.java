import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.xml.sax.InputSource;

/** How fast jing is once it is warm: SCHEMA SECONDS FILE... -> the median of MB (10^6 bytes) a second over the second half of the passes. */
public class HotJing {
  public static void main(String[] arguments) throws Exception {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(new OutputStreamWriter(OutputStream.nullOutputStream())));
    ValidationDriver driver =
        arguments[0].endsWith(".rnc")
            ? new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance())
            : new ValidationDriver(properties.toPropertyMap());
    driver.loadSchema(ValidationDriver.fileInputSource(arguments[0]));
    double seconds = Double.parseDouble(arguments[1]);
    byte[][] files = new byte[arguments.length - 2][];
    long bytes = 0;
    for (int i = 0; i < files.length; i++) {
      files[i] = Files.readAllBytes(Path.of(arguments[i + 2]));
      bytes += files[i].length;
    }
    double[] rates = new double[100000];
    int passes = 0;
    long begun = System.nanoTime();
    while (passes < rates.length && (passes < 4 || (System.nanoTime() - begun) / 1e9 < seconds)) {
      long start = System.nanoTime();
      for (byte[] file : files) driver.validate(new InputSource(new ByteArrayInputStream(file)));
      rates[passes++] = bytes / 1e6 / ((System.nanoTime() - start) / 1e9);
    }
    double[] warm = Arrays.copyOfRange(rates, passes / 2, passes);
    Arrays.sort(warm);
    System.out.println(warm[warm.length / 2]);
  }
}
