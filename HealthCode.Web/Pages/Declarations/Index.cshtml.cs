using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Passes;
using HealthCode.Domain.Rules;
using HealthCode.Web.Checkpoints;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Foundation;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>查询 — searches by name, pinyin initials, ID number, phone, declaration number or card number.</summary>
public sealed class IndexModel(OfficeDb db, CardVerification verification, TimeLimitedToken tokens, OfficeClock clock, PageAuthorization authorization) : PageModel
{
    // A longer text is part of a card's code, not a number.
    private const int LongestNumber = 24;

    private static readonly TimeSpan TicketLife = TimeSpan.FromHours(12);

    private static readonly ListOrder<Declaration> NewestFirst = Order(rows => rows.OrderByDescending(declaration => declaration.Id));

    private static readonly ListOrder<Declaration> LongestWaitFirst = Order(rows => rows.OrderBy(declaration => declaration.WaitingSince).ThenBy(declaration => declaration.Id));

    // Blanks, too, come back as they were typed when a date was wrong.
    [BindProperty(SupportsGet = true, Name = "q")]
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string? Text { get; set; }

    /// <summary>Token with the search text, if that may not appear in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "of")]
    public string? Ticket { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeclarationState? State { get; set; }

    /// <summary>申报日期 from this day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>申报日期 to this day, inclusive.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    public Listing<Declaration> Found { get; private set; } = Listing.None<Declaration>();

    /// <summary>Why a scanned card was not found; null if no card was scanned or it was found.</summary>
    public string? ScanFault { get; private set; }

    public DateTimeOffset Now => clock.Now;

    /// <summary>扫表号, 扫卡 — redirects to the declaration of a printed form, to a new one with its number, or to the card; otherwise searches.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Text ??= tokens.Read(Ticket)?.What;
        var scanned = ScannedCode.Read(Text);
        if (PrintedFormNumber.TryParse(scanned.Text, out var formNumber) && await db.PrintedForms.AnyAsync(form => form.Number == formNumber.Value))
        {
            var keyed = await db.Declarations.Where(declaration => declaration.FormKey == formNumber.Value).Select(declaration => (long?)declaration.Id).SingleOrDefaultAsync();
            if (keyed is { } id)
            {
                return RedirectToPage("Details", new { id });
            }

            if (await authorization.OpensAsync("/Declarations/Create"))
            {
                return RedirectToPage("Create", new { form = formNumber.Value });
            }
        }

        if (scanned.Kind == ScannedKind.Token)
        {
            var number = await verification.NumberOfAsync(scanned);
            var card = number is { } known ? await db.Passes.Where(pass => pass.Number == known.Value).Select(pass => (long?)pass.Id).SingleOrDefaultAsync() : null;
            if (card is { } pass && await authorization.OpensAsync("/Passes/Details"))
            {
                return RedirectToPage("/Passes/Details", new { id = pass });
            }

            ScanFault = card is null ? "没有找到这张卡：不是本单位的卡，或者二维码不是真的。要验真伪，请到“查验”。" : null;
            Text = number?.Value ?? Text;
        }
        else if (scanned is { Kind: ScannedKind.Part, Text.Length: > LongestNumber })
        {
            ScanFault = "二维码没读全，请再扫一次。";
        }

        var forms = db.Declarations.AsNoTracking();
        if (await db.FoundDeclarationsAsync(Text) is not { } ids)
        {
            var waits = State is DeclarationState.AwaitingReview or DeclarationState.Returned;
            Found = await Listing.OfAsync(Chosen(forms), waits ? LongestWaitFirst : NewestFirst, Request);
        }
        else if (State is null && From is null && To is null)
        {
            Found = await Listing.OfAsync(ids, page => forms.Where(form => page.Contains(form.Id)), NewestFirst, Request);
        }
        else
        {
            Found = await Listing.OfAsync(Chosen(forms.Where(form => ids.Contains(form.Id))), NewestFirst, Request);
        }

        return Page();
    }

    /// <summary>Redirects to the search; puts the text in a token, so that no name and no ID number gets into browser history or logs.</summary>
    public Task<IActionResult> OnPostAsync() => !ModelState.IsValid ? OnGetAsync() : Task.FromResult<IActionResult>(RedirectToPage(new
    {
        of = string.IsNullOrWhiteSpace(Text) ? null : tokens.Issue(Text, TicketLife),
        State,
        From = From?.Typed(),
        To = To?.Typed(),
    }));

    private IQueryable<Declaration> Chosen(IQueryable<Declaration> forms) =>
        forms.Where(form => (State == null || form.State == State) && (From == null || form.SubmittedOn >= From) && (To == null || form.SubmittedOn <= To));

    private static ListOrder<Declaration> Order(Func<IQueryable<Declaration>, IOrderedQueryable<Declaration>> usual) =>
        new ListOrder<Declaration>(usual, rows => rows.ThenByDescending(declaration => declaration.Id))
            .By("number", declaration => declaration.Number).By("state", declaration => declaration.State).By("on", declaration => declaration.SubmittedOn);
}
