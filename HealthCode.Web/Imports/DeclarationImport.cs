using System.Security.Cryptography;
using System.Text;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;

namespace HealthCode.Web.Imports;

/// <summary>申报批量录入 — imports declarations, one per row, as if typed in; they still have to be reviewed before a card is issued.</summary>
public sealed class DeclarationImport : Import
{
    private const int Step = 100;

    public override string Code => "declarations";

    public override string Name => "申报批量录入";

    public override string Purpose => "赶集日积下的纸质申报表，一行一份；导入后都是待测温审核，逐份审核后才发卡。";

    public override IReadOnlyList<ImportColumn> Columns { get; } = [.. DeclarationColumns.All.Select(each => each.Column)];

    public override string ColumnOf(Field? field) => DeclarationColumns.TitleOf(field);

    public override async Task ApplyAsync(ImportContext context, IReadOnlyList<ImportRow> rows, IProgress<int> done, CancellationToken cancellationToken)
    {
        var today = context.Clock.Today;
        if (rows.Count > 0 && !context.Office.RulesOn(today).IssuesPasses)
        {
            rows[0].AddError(PersonColumns.Name, DeclarationRules.ProvinceIssuesPasses.Broken());
            return;
        }

        List<Paper> papers = [];
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Read(row, today) is { } content)
            {
                papers.Add(new(row, content, KeyOf(context.Office, row)));
            }
        }

        await CompareAsync(context, papers, cancellationToken);
        if (rows.All(row => row.Faults.Count == 0))
        {
            await SaveAsync(context, papers, done, cancellationToken);
        }
    }

    private static DeclarationContent? Read(ImportRow row, DateOnly today)
    {
        var form = new DeclarationInput { Stays = [new(), new()] };
        foreach (var each in DeclarationColumns.All)
        {
            if (!each.Fill(form, row[each.Column.Title]))
            {
                row.AddError(each.Column.Title, RowParser.NotOneOf(each.Column.Choices));
            }
        }

        var reading = DeclarationParser.Of(form, today);
        var isNumberWrong = reading.Faults.Any(fault => fault.Field?.Name is DeclarationField.DocumentNumber);
        foreach (var (field, sentence, code) in reading.Faults)
        {
            var title = DeclarationColumns.TitleOf(field);
            // Missing values derivable from the number are not reported in addition to a wrong number.
            if (isNumberWrong && field?.Name is DeclarationField.BirthDate or DeclarationField.Sex && row[title].Length == 0)
            {
                continue;
            }

            row.AddError(title, sentence, code);
        }

        return reading.Content;
    }

    /// <summary>Checks for duplicates within the file, among pending declarations and among saved ones, and for numbers used by another
    /// person.</summary>
    private static async Task CompareAsync(ImportContext context, IReadOnlyList<Paper> papers, CancellationToken cancellationToken)
    {
        var saved = await FormRules.SavedOfAsync(context.Db, papers.Select(paper => paper.FormKey), cancellationToken);
        var waiting = await FormRules.WaitingOfAsync(context.Db, context.Office.Code, cancellationToken);
        var earlier = await FormRules.LatestOfAsync(context.Db, context.Office.Code, papers.Select(paper => paper.Content.Person.Key), cancellationToken);
        Dictionary<string, int> seen = [];
        foreach (var (row, content, formKey) in papers)
        {
            var (person, mark) = (content.Person, context.Db.Keys.Hash(content.Person.Key));
            if (!seen.TryAdd(person.Key, row.Number))
            {
                row.AddError(PersonColumns.DocumentNumber, FormRules.OneRowEach.Broken($"第 {seen[person.Key]} 行是同一个证件号码或同一个人。"));
            }
            else if (earlier.GetValueOrDefault(mark) is { } form && IsAnothers(form, person))
            {
                row.AddError(PersonColumns.DocumentNumber, FormRules.NumberIsOnesOwn.Broken($"{form.Name.Value}（申报 {form.Number}）。"));
            }
            else if (waiting.TryGetValue(mark, out var number))
            {
                row.AddError(PersonColumns.DocumentNumber, FormRules.WaitsOnce.Broken($"申报 {number}。"));
            }
            else if (saved.TryGetValue(formKey, out var taken))
            {
                row.AddError(PersonColumns.Name, FormRules.TakenInOnce.Broken($"申报 {taken}。"));
            }
        }
    }

    /// <summary>Idempotency key: an identical row, even in another file, is the same declaration, since it includes the travel and signature
    /// dates.</summary>
    private static string KeyOf(Office office, ImportRow row) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\u001f', DeclarationColumns.All.Select(each => row[each.Column.Title]).Prepend(office.Code)))));

    private static bool IsAnothers(EarlierForm form, Person person) =>
        person.Document is { Key: not null, SavedDespiteFault: false } && form.Name.Key != person.Name.Key;

    private static async Task SaveAsync(ImportContext context, IReadOnlyList<Paper> papers, IProgress<int> done, CancellationToken cancellationToken)
    {
        var (db, office, now, today) = (context.Db, context.Office, context.Clock.Now, context.Clock.Today);
        var numbers = await db.NextDeclarationNumbersAsync(office, today, papers.Count);
        var detected = db.ChangeTracker.AutoDetectChangesEnabled;
        // Only inserts here: detecting changes for 10,000 entities a hundred times would take most of the time.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var saved = 0;
            foreach (var batch in papers.Zip(numbers).Chunk(Step))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var declarations = batch.Select(each => Declaration.Submit(office, each.Second, each.First.FormKey, each.First.Content, context.By, now, today)).ToList();
                db.Declarations.AddRange(declarations);
                await db.SaveChangesAsync(cancellationToken);
                await db.IndexDeclarationsAsync(office.Code, declarations);
                done.Report(saved += batch.Length);
            }
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detected;
        }
    }

    private sealed record Paper(ImportRow Row, DeclarationContent Content, string FormKey);
}
