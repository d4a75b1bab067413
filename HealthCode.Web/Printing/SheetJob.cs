using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Rules;
using HealthCode.Web.Printing.Cards;

namespace HealthCode.Web.Printing;

/// <summary>一次排版 — what a print needs to know besides its cards.</summary>
/// <param name="Office">Who issues them.</param>
/// <param name="CodeOf">What the code of a card says, see PassToken.</param>
public sealed record SheetJob(Office Office, Func<HealthPass, string> CodeOf)
{
    /// <summary>套印 (DECISIONS.md D1), or null for the dashed circle alone.</summary>
    public SealPainter? Seal { get; init; }

    /// <summary>How the workstation's printer is off, or null.</summary>
    public Calibration? Calibration { get; init; }

    /// <summary>Told after each sheet how many are done.</summary>
    public Action<int>? Drawn { get; init; }

    /// <summary>Looked at after each sheet.</summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>The rules a card was issued by.</summary>
    public PassTerms TermsOf(HealthPass pass) => Office.RulesOn(pass.Validity.FirstDay).Pass;

    /// <summary>The codes of all its cards, in the order of the places.</summary>
    public QrCodePrefetcher Codes(IReadOnlyList<IReadOnlyList<HealthPass?>> sheets) => new(sheets.SelectMany(sheet => sheet).OfType<HealthPass>(), CodeOf);

    /// <summary>A sheet more is done.</summary>
    /// <exception cref="OperationCanceledException">The program is being stopped.</exception>
    public void Done(int sheets)
    {
        Stopping.ThrowIfCancellationRequested();
        Drawn?.Invoke(sheets);
    }
}
