using HealthCode.Domain.Declarations;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Declarations;

/// <summary>录入的规则 that depend on other declarations.</summary>
public static class FormRules
{
    // Compiled once, because these queries run while the write lock is held.
    private static readonly CompiledQuery<Func<OfficeDb, string, Task<Declaration?>>> ByFormKey = new(() => EF.CompileAsyncQuery(
        (OfficeDb db, string formKey) => db.Declarations.SingleOrDefault(declaration => declaration.FormKey == formKey)));

    private static readonly CompiledQuery<Func<OfficeDb, string, long, Task<Declaration?>>> LatestOther = new(() => EF.CompileAsyncQuery(
        (OfficeDb db, string personKey, long exceptId) => db.Declarations.AsNoTracking()
            .Where(declaration => declaration.PersonKey == personKey && declaration.Id != exceptId)
            .OrderByDescending(declaration => declaration.Id)
            .FirstOrDefault()));

    /// <summary>A form posted twice is saved once.</summary>
    public static Rule SavedOnce { get; } = new("form-saved-once", "这张表刚才已经保存过了，没有再存一份；要修改请打开那一份点“修改”：", "DECISIONS.md D29");

    /// <summary>A document number belongs to one person.</summary>
    public static Rule NumberIsOnesOwn { get; } = new("form-number-own", "这个号码以前登记的是另一个名字，请核对号码和姓名；核对无误的（改过名字，或旧户籍重号），勾选“核对无误，强制保存”并写明原因：", "GB 11643-1999；DECISIONS.md D28");

    /// <summary>An import must not contain a person whose declaration is still pending.</summary>
    public static Rule WaitsOnce { get; } = new("form-waits-once", "这个人已有一份申报在等候测温审核，不再重复录入：", "DECISIONS.md D29");

    /// <summary>An import must not contain two declarations of one person.</summary>
    public static Rule OneRowEach { get; } = new("form-one-row", "同一个人在这个表里有两份申报，请留下一份：", "DECISIONS.md D29");

    /// <summary>A row that was already imported is not imported again.</summary>
    public static Rule TakenInOnce { get; } = new("form-taken-in-once", "这一行以前已经导入过，没有再导入一份：", "DECISIONS.md D29");

    /// <summary>The declaration saved with this form key, or null.</summary>
    public static Task<Declaration?> SavedAsync(OfficeDb db, string formKey) => ByFormKey.For(db)(db, formKey);

    /// <summary>Already saved declarations among many: <c>FormKey</c> → declaration number.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> SavedOfAsync(OfficeDb db, IEnumerable<string> formKeys, CancellationToken cancellationToken)
    {
        // One parameter for all keys, because an import has thousands.
        var keys = formKeys.ToList();
        return await db.Declarations.AsNoTracking().Where(declaration => EF.Parameter(keys).Contains(declaration.FormKey))
            .Select(declaration => new { declaration.FormKey, declaration.Number }).ToDictionaryAsync(form => form.FormKey, form => form.Number, cancellationToken);
    }

    /// <summary>Throws if an earlier declaration of the office has the same document number with another name.</summary>
    /// <exception cref="RuleBrokenException">The number belongs to a person with another name.</exception>
    public static async Task RequireNobodyElsesAsync(OfficeDb db, Person person, long exceptId = 0)
    {
        if (person.Document.Key is null || person.Document.SavedDespiteFault)
        {
            return;
        }

        var earlier = await LatestOther.For(db)(db, person.Key, exceptId);
        if (earlier is not null && earlier.Content.Person.Name.Key != person.Name.Key)
        {
            throw new RuleBrokenException([NumberIsOnesOwn.Broken($"{earlier.Content.Person.Name.Value}（申报 {earlier.Number}）。", DeclarationField.DocumentNumber)]);
        }
    }

    /// <summary>The latest declaration of each person in an office, by the stored <c>PersonKey</c>; one query for a whole import.</summary>
    public static async Task<IReadOnlyDictionary<string, EarlierForm>> LatestOfAsync(OfficeDb db, string officeCode, IEnumerable<string> personKeys, CancellationToken cancellationToken)
    {
        var keys = personKeys.Select(db.Keys.Hash).ToList();
        var ids = await db.Declarations.Where(declaration => declaration.OfficeCode == officeCode && EF.Parameter(keys).Contains(declaration.PersonKey))
            .GroupBy(declaration => declaration.PersonKey).Select(forms => forms.Max(declaration => declaration.Id)).ToListAsync(cancellationToken);
        var latest = await db.Declarations.AsNoTracking().Where(declaration => EF.Parameter(ids).Contains(declaration.Id))
            .Select(declaration => new { declaration.PersonKey, declaration.Number, declaration.Content }).ToListAsync(cancellationToken);
        return latest.ToDictionary(form => form.PersonKey, form => new EarlierForm(form.Number, form.Content.Person.Name));
    }

    /// <summary>Pending declarations of an office: hash of <c>Person.Key</c> → declaration number.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> WaitingOfAsync(OfficeDb db, string officeCode, CancellationToken cancellationToken)
    {
        var waiting = await db.Declarations.AsNoTracking()
            .Where(declaration => declaration.State == DeclarationState.AwaitingReview && declaration.OfficeCode == officeCode)
            .Select(declaration => new { declaration.PersonKey, declaration.Number }).ToListAsync(cancellationToken);
        return waiting.GroupBy(form => form.PersonKey).ToDictionary(forms => forms.Key, forms => forms.First().Number);
    }
}

/// <summary>The data of an earlier declaration needed for comparison.</summary>
/// <param name="Number">申报编号.</param>
/// <param name="Name">姓名.</param>
public sealed record EarlierForm(string Number, PersonName Name);
