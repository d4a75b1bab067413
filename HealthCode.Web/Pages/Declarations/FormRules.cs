using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>录入的规则 that need the other forms to be judged.</summary>
public static class FormRules
{
    // Compiled once: every save waits in line while these are asked.
    private static readonly Func<OfficeDb, string, Task<Declaration?>> ByFormKey = EF.CompileAsyncQuery(
        (OfficeDb db, string formKey) => db.Declarations.SingleOrDefault(declaration => declaration.FormKey == formKey));

    private static readonly Func<OfficeDb, string, long, Task<Declaration?>> LatestOther = EF.CompileAsyncQuery(
        (OfficeDb db, string personKey, long exceptId) => db.Declarations.AsNoTracking()
            .Where(declaration => declaration.PersonKey == personKey && declaration.Id != exceptId)
            .OrderByDescending(declaration => declaration.Id)
            .FirstOrDefault());

    /// <summary>A form posted twice is saved once.</summary>
    public static Rule SavedOnce { get; } = new("form-saved-once", "这张表刚才已经保存过了，没有再存一份；要修改请打开那一份点“修改”：", "issue 1, bad input");

    /// <summary>A number belongs to one person.</summary>
    public static Rule NumberIsOnesOwn { get; } = new("form-number-own", "这个号码以前登记的是另一个名字，请核对号码和姓名；旧户籍确有重号的，勾选“核对无误，强制保存”并写明原因：", "standards 1.1");

    /// <summary>What this very sheet was saved as, or null.</summary>
    public static Task<Declaration?> Saved(OfficeDb db, string formKey) => ByFormKey(db, formKey);

    /// <summary>Refuses a number that an earlier form of the office gives to somebody of another name.</summary>
    /// <exception cref="RuleBrokenException">It does.</exception>
    public static async Task RequireNobodyElses(OfficeDb db, Person person, long exceptId = 0)
    {
        if (person.Paper.Key is null || person.Paper.SavedDespiteFault)
        {
            return;
        }

        var earlier = await LatestOther(db, person.Key, exceptId);
        if (earlier is not null && earlier.Content.Person.Name.Value != person.Name.Value)
        {
            throw new RuleBrokenException([NumberIsOnesOwn.Broken($"{earlier.Content.Person.Name.Value}（申报 {earlier.Number}）。", nameof(DeclarationInput.PaperNumber))]);
        }
    }
}
