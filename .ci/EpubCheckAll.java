import com.adobe.epubcheck.api.EpubCheck;
import com.adobe.epubcheck.util.DefaultReportImpl;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian's EPUBCheck over many books in one process: a line for each that has an error or a warning, then a count. */
public final class EpubCheckAll {
  public static void main(String[] args) throws Exception {
    List<String> books = Files.readAllLines(Path.of(args[0]));
    PrintStream out = System.out;
    int bad = 0;
    System.setOut(new PrintStream(PrintStream.nullOutputStream()));
    for (String book : books) {
      var messages = new java.io.ByteArrayOutputStream();
      System.setErr(new PrintStream(messages, true));
      var report = new DefaultReportImpl(book);
      new EpubCheck(new File(book), report).doValidate();
      int problems = report.getFatalErrorCount() + report.getErrorCount() + report.getWarningCount();
      if (problems > 0) {
        bad++;
        out.println("FAILED " + book + "\n" + messages);
      }
    }
    out.println("epubcheck: " + (books.size() - bad) + " passed, " + bad + " failed");
    System.exit(bad == 0 ? 0 : 1);
  }
}
