import java.io.FileInputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.TestAssertion.Status;

/** Holds PDF files against PDF/A-2a and PDF/UA-1, and says which clauses each breaks. */
public final class PdfValidator {
    private static final List<String> CLAIMS = List.of("2a", "ua1");

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        boolean valid = true;
        for (String file : files) {
            for (String claim : CLAIMS) {
                Set<String> faults = faults(file, PDFAFlavour.byFlavourId(claim));
                faults.forEach(fault -> System.out.println(file + ": " + claim + ": " + fault));
                valid &= faults.isEmpty();
            }
        }
        System.exit(valid ? 0 : 1);
    }

    private static Set<String> faults(String file, PDFAFlavour claim) throws Exception {
        var foundry = Foundries.defaultInstance();
        Set<String> faults = new LinkedHashSet<>();
        try (PDFAParser parser = foundry.createParser(new FileInputStream(file), claim)) {
            for (TestAssertion found : foundry.createValidator(claim, false).validate(parser).getTestAssertions()) {
                if (found.getStatus() == Status.FAILED) {
                    faults.add(found.getRuleId().getClause() + ": " + found.getMessage());
                }
            }
        }
        return faults;
    }
}
