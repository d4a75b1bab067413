using HealthCode.Domain.Offices;
using HealthCode.Domain.Passes;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Rules;
using HealthCode.Web.Printing.Cards;

namespace HealthCode.Web.Printing;

/// <summary>一次排版 — parameters of a print besides its cards.</summary>
/// <param name="Office">The issuing office.</param>
/// <param name="CodeOf">Returns the text of a card's QR code, see PassToken.</param>
public sealed record SheetJob(Office Office, Func<HealthPass, string> CodeOf)
{
    /// <summary>套印 (DECISIONS.md D1), or null for only the dashed circle.</summary>
    public SealPainter? Seal { get; init; }

    /// <summary>Calibration of the workstation's printer, or null.</summary>
    public Calibration? Calibration { get; init; }

    /// <summary>Called after each sheet with the number of finished ones.</summary>
    public Action<int>? Drawn { get; init; }

    /// <summary>Checked after each sheet.</summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>The rules in force when the card was issued.</summary>
    public PassTerms TermsOf(HealthPass pass) => Office.RulesOn(pass.Validity.FirstDay).Pass;

    /// <summary>QR codes of all cards, in drawing order.</summary>
    public QrCodePrefetcher Codes(IReadOnlyList<IReadOnlyList<HealthPass?>> sheets) => new(sheets.SelectMany(sheet => sheet).OfType<HealthPass>(), CodeOf);

    /// <summary>Reports progress after a sheet.</summary>
    /// <exception cref="OperationCanceledException">The server is stopping.</exception>
    public void ReportDone(int sheets)
    {
        Stopping.ThrowIfCancellationRequested();
        Drawn?.Invoke(sheets);
    }
}
