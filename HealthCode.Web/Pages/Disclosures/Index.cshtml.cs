using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Disclosures;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HealthCode.Web.Pages.Disclosures;

/// <summary>谁看过我的信息 — a resident asks in person and shows an ID document; its number is used for the search and not stored.</summary>
public sealed class IndexModel(OfficeDb db, DisclosureQuery disclosures, DisclosureToken tokens, OfficeClock clock) : PageModel
{
    [BindProperty]
    public DisclosureInput Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await PapersAsync() is not { } papers)
        {
            return Page();
        }

        db.Audit("告知本人谁看过", await disclosures.SubjectOfAsync(papers));
        await db.SaveChangesAsync();
        return RedirectToPage("History", new { of = tokens.Issue(papers) });
    }

    /// <summary>Finds the resident's records; null with a validation error if there are none.</summary>
    private async Task<DisclosureSubject?> PapersAsync()
    {
        PersonName? name = null;
        if (!string.IsNullOrWhiteSpace(Input.Name) && !PersonName.TryParse(Input.Name, out name, out var unfit))
        {
            ModelState.AddModelError("Input.Name", unfit);
            return null;
        }

        return Input.Kind == IdentityDocumentKind.None ? await WithoutPaperAsync(name) : await WithPaperAsync(name);
    }

    private async Task<DisclosureSubject?> WithoutPaperAsync(PersonName? name)
    {
        if (name is null)
        {
            ModelState.AddModelError("Input.Name", "没有证件的，请填姓名。");
            return null;
        }

        if (!TypedDate.TryParse(Input.BirthDate, clock.Today, out var born, out var fault) || born is not { } day)
        {
            ModelState.AddModelError("Input.BirthDate", fault ?? "没有证件的，请填出生日期。");
            return null;
        }

        var papers = await disclosures.PapersOfAsync(name, day);
        return papers.IsEmpty ? Unknown("Input.Name", "本村（居）没有这个姓名和出生日期、又没有证件的申报。请核对。") : papers;
    }

    private async Task<DisclosureSubject?> WithPaperAsync(PersonName? name)
    {
        var asWritten = Enum.IsDefined(Input.Kind) ? IdentityDocument.Read(Input.Kind, Input.Number, null, false, clock.Today) : null;
        // Try again accepting an invalid number: it may have been saved as it is on an old document.
        if ((asWritten?.Document ?? (asWritten is null ? null : IdentityDocument.Read(Input.Kind, Input.Number, "本人来问", true, clock.Today).Document)) is not { } paper)
        {
            return Unknown("Input.Number", asWritten is null ? "请选择证件类型。" : string.Join("；", asWritten.Faults.Select(fault => fault.Sentence)));
        }

        var papers = await disclosures.PapersOfAsync(paper, name);
        return papers.MayBeShared ? Unknown("Input.Name", "这个号码是核对无误后强制保存的，可能和别人相同。请填姓名再查。")
            : !papers.IsEmpty ? papers
            : asWritten!.Document is null ? Unknown("Input.Number", string.Join("；", asWritten.Faults.Select(fault => fault.Sentence)))
            : Unknown("Input.Number", "本村（居）没有找到这个号码的申报、通行卡和名册。请核对号码。");
    }

    private DisclosureSubject? Unknown(string field, string sentence)
    {
        ModelState.AddModelError(field, sentence);
        return null;
    }
}
