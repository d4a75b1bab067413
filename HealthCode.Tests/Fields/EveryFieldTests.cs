using HealthCode.Domain.Archives;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Couriers;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Observations;
using HealthCode.Domain.Outreach;
using HealthCode.Domain.Offices;
using HealthCode.Domain.People;
using HealthCode.Domain.PrintRuns;
using HealthCode.Domain.Registers;
using HealthCode.Domain.Requests;
using HealthCode.Domain.Residents;
using HealthCode.Domain.Rules;
using HealthCode.Domain.Supervision;
using HealthCode.Domain.Tips;
using HealthCode.Domain.Venues;
using HealthCode.Web.Data;
using HealthCode.Web.Declarations;
using HealthCode.Web.Imports;
using HealthCode.Web.Pages.Administration.System;
using HealthCode.Web.Pages.Administration.Users;
using HealthCode.Web.Pages.Checkpoints;
using HealthCode.Web.Pages.EpidemicEnds;
using HealthCode.Web.Pages.HealthStatuses;
using HealthCode.Web.Pages.Residents;
using HealthCode.Web.Pages.Residents.Outreach;
using HealthCode.Web.Pages.PaperBoxes;
using HealthCode.Web.Pages.Registers;
using HealthCode.Web.Pages.Reports;
using HealthCode.Web.Pages.Requests;
using HealthCode.Web.Pages.Review;
using HealthCode.Web.Pages.Shared;
using HealthCode.Web.Pages.Supervision;
using HealthCode.Web.Pages.Tips;
using HealthCode.Web.Pages.Venues;
using HealthCode.Web.Registers;
using HealthCode.Web.Security;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HealthCode.Tests.Fields;

/// <summary>Whatever field a rule names, an input or a column shows it: no sentence lands nowhere. Each rule has a twin that proves it can fail.</summary>
public sealed class EveryFieldTests
{
    private static readonly Rule AnyRule = new("test-rule", "请核对。", "本项目");

    private static readonly (Type Form, Func<Field, string>? PathOf, Enum[] Shows)[] Forms =
    [
        (typeof(DeclarationInput), DeclarationInput.PathOf, All<DeclarationField>()),
        (typeof(ReviewInput), ReviewInput.PathOf, All<ReviewField>()),
        (typeof(EndInput), null, All<EpidemicEndField>()),
        (typeof(CheckpointInput), null, All<CheckpointField>()),
        (typeof(CheckInput), null, All<GateField>()),
        (typeof(CheckInInput), CheckInInput.PathOf, All<CheckInField>()),
        (typeof(OfficialInput), null, [HealthStatusField.Consent, HealthStatusField.Result, HealthStatusField.SeenAt]),
        (typeof(GroundInput), null, [HealthStatusField.Ground, HealthStatusField.Since, HealthStatusField.ToldBy]),
        (typeof(ObservationInput), null, [ObservationField.Ground, ObservationField.StartedOn, ObservationField.Institution, ObservationField.OnsetOn]),
        (typeof(OpenCaseInput), null, [ResultCaseField.Kind, ResultCaseField.Item]),
        (typeof(SelfCheckInput), SelfCheckInput.PathOf, [SelfCheckField.CheckedOn, SelfCheckField.CheckedBy, SelfCheckField.HasProblem, SelfCheckField.Evidence, SelfCheckField.RemedyBy]),
        (typeof(RemedyInput), null, [SelfCheckField.DoneOn, SelfCheckField.How]),
        (typeof(InspectionInput), InspectionInput.PathOf, [.. All<InspectionField>().Except([InspectionField.RecheckedOn, InspectionField.RecheckFinding])]),
        (typeof(RecheckInput), null, [InspectionField.RecheckedOn, InspectionField.RecheckFinding]),
        (typeof(RefusalInput), null, [ComplaintField.Credential, ComplaintField.Place, ComplaintField.RefusedOn, ComplaintField.ToldBy]),
        (typeof(ComplaintInput), null, [ComplaintField.Reply, ComplaintField.RepliedOn]),
        (typeof(SupervisionSettingsInput), null, [ComplaintField.Hours]),
        (typeof(SupplyItemInput), null, [SupplyField.Name, SupplyField.Unit, SupplyField.LowAt]),
        (typeof(SupplyEntryInput), null, [SupplyField.Quantity, SupplyField.Party, SupplyField.On, SupplyField.Note]),
        (typeof(DeadlineInput), null, [DeadlineField.Title, DeadlineField.Day, DeadlineField.Time, DeadlineField.Reporters, DeadlineField.To]),
        (typeof(DeadlineReportInput), null, [DeadlineField.EndReason, DeadlineField.ReportDay, DeadlineField.Reporter]),
        (typeof(RiskAreaInput), null, [RiskAreaField.Name, RiskAreaField.Level, RiskAreaField.LastDay, RiskAreaField.Notice]),
        (typeof(RiskAreaChangeInput), null, [RiskAreaField.LastDay, RiskAreaField.EndNotice, RiskAreaField.Reason]),
        (typeof(ReleaseInput), null, [ObservationField.EndedOn, ObservationField.Document]),
        (typeof(VisitInput), null, All<VisitField>()),
        (typeof(ResidentInput), null, [RosterField.BirthDate, RosterField.Sex, RosterField.HouseholdNumber, RosterField.School, RosterField.RelationToHead, RosterField.Reason, RosterField.DocumentNumber]),
        (typeof(LeaveInput), null, [RosterField.LeftOn, RosterField.Reason]),
        (typeof(CodeInput), null, [RosterField.CodeKnownOn]),
        (typeof(GuardianInput), null, All<GuardianshipField>()),
        (typeof(OutreachInput), null, [OutreachField.Residents, OutreachField.Worker, OutreachField.StartsOn]),
        (typeof(CorrectionInput), null, [OutreachField.VisitedOn, OutreachField.Note]),
        (typeof(VenueInput), null, All<VenueField>()),
        (typeof(PosterInput), null, All<PosterField>()),
        (typeof(PostingInput), PostingInput.PathOf, All<PostingField>()),
        (typeof(DutyInput), null, All<DutyField>()),
        (typeof(EntriesInput), EntriesInput.PathOf, All<EntryField>()),
        (typeof(RegisterInput), RegisterInput.PathOf, All<RegisterField>()),
        (typeof(Web.Pages.Registers.GridInput), Web.Pages.Registers.GridInput.PathOf, [.. All<RegisterField>().Except([RegisterField.Reason])]),
        (typeof(StepInput), null, [RegisterField.ArrivedOn, RegisterField.IsolationFrom, RegisterField.IsolationPlace, RegisterField.PatientNumber, RegisterField.Reason]),
        (typeof(FacilityInput), null, All<FacilityField>()),
        (typeof(TipInput), null, [TipField.Kind, TipField.Topic, TipField.Condition, TipField.Suspect, TipField.Place, TipField.Description, TipField.Reason]),
        (typeof(TipStepInput), null, [TipField.Area, TipField.VisitedAt, TipField.Feedback, TipField.IsSuspected, TipField.DocumentNumber, TipField.ReportedTo, TipField.ReportedAt, TipField.LinkedTo]),
        (typeof(TipHoursInput), null, [TipField.DispatchHours, TipField.VisitHours, TipField.FeedbackHours]),
        (typeof(TipAreaInput), null, All<TipAreaField>()),
        (typeof(FollowUpInput), null, All<FollowUpField>()),
        (typeof(RequestInput), null, All<RequestField>()),
        (typeof(BoxInput), null, [PaperBoxField.Number, PaperBoxField.Content, PaperBoxField.Copies, PaperBoxField.Place, PaperBoxField.LastDay]),
        (typeof(BoxDisposalInput), null, [PaperBoxField.SecondWitness, PaperBoxField.DestroyedOn]),
        (typeof(Web.Pages.Printing.PrintInput), null, [PrintField.FirstPlace]),
        (typeof(Web.Pages.Printing.CalibrationInput), null, [PrintField.OffsetX, PrintField.OffsetY, PrintField.Scale]),
        (typeof(CourierInput), null, All<CourierField>()),
        (typeof(AddUserInput), null, [StaffField.CheckpointId]),
        (typeof(EditUserInput), null, [StaffField.CheckpointId, StaffField.Password]),
        (typeof(AddressInput), null, [StaffField.Range]),
    ];

    /// <summary>The lines of a document are named by whoever reads it.</summary>
    private static readonly Type[] OnNoForm = [typeof(DocumentField)];

    [Fact]
    public void Every_field_of_the_domain_and_of_the_server_is_shown_by_a_form() => Assert.Equal([], NotShown(Forms));

    [Fact]
    public void Twin_a_form_that_was_forgotten_would_be_found() =>
        Assert.Equal([PaperBoxField.SecondWitness, PaperBoxField.DestroyedOn], NotShown([.. Forms.Where(each => each.Form != typeof(BoxDisposalInput))]));

    [Fact]
    public void What_a_rule_says_of_a_field_has_the_name_of_an_input() =>
        Assert.All(Forms, form => Assert.All(form.Shows.SelectMany(Numbered), field => Assert.NotNull(InputOf(form.Form, KeyOf(field, form.PathOf)))));

    [Fact]
    public void Twin_a_row_or_a_field_of_another_form_would_have_no_input()
    {
        Assert.Null(InputOf(typeof(DeclarationInput), KeyOf(new(DeclarationField.StayFirstDay, 1), null)));
        Assert.Null(InputOf(typeof(ReviewInput), KeyOf(new(ReviewField.ClauseApplies, 3), null)));
        Assert.Null(InputOf(typeof(BoxInput), KeyOf(PaperBoxField.SecondWitness, null)));
        Assert.Null(InputOf(typeof(DeclarationInput), KeyOf(ReviewField.ResidentSince, DeclarationInput.PathOf)));
    }

    [Fact]
    public void Stays_and_clauses_are_rows_from_nought()
    {
        Assert.Equal("Input.Stays[1].LastDay", KeyOf(new(DeclarationField.StayLastDay, 2), DeclarationInput.PathOf));
        Assert.Equal("Input.Clauses[4].Applies", KeyOf(new(ReviewField.ClauseApplies, (int)RefusalClause.Symptoms), ReviewInput.PathOf));
    }

    [Fact]
    public void Every_field_of_the_form_has_a_column_of_its_own_in_the_sheet()
    {
        var import = new DeclarationImport();
        var titles = All<DeclarationField>().Where(field => field is not DeclarationField.ChangeReason).SelectMany(Numbered).Select(import.ColumnOf).ToList();

        Assert.Equal(import.Columns.Select(column => column.Title).Order(StringComparer.Ordinal), titles.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Twin_a_field_without_a_column_would_fall_back_on_the_name() =>
        Assert.All(new Field?[] { DeclarationField.ChangeReason, ReviewField.Reason, null }, field => Assert.Equal("姓名", new DeclarationImport().ColumnOf(field)));

    [Fact]
    public void Every_field_of_the_roster_has_a_column_of_its_own_in_its_sheet() => Assert.Equal(
        ["出生日期", "性别", "户号", "学校", "与户主关系", "姓名", "证件号码"],
        All<RosterField>().Select(field => new ResidentImport().ColumnOf(field)).Intersect(new ResidentImport().Columns.Select(column => column.Title)));

    [Fact]
    public void A_schools_list_has_no_household_so_that_it_falls_back_on_the_name() => Assert.Equal(
        ["出生日期", "性别", "姓名", "学校", "证件号码"],
        All<RosterField>().Select(field => new SchoolImport().ColumnOf(field)).Intersect(new SchoolImport().Columns.Select(column => column.Title)));

    private static Enum[] All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>()];

    private static IEnumerable<Field> Numbered(Enum name) => name switch
    {
        DeclarationField.StayAddress or DeclarationField.StayFirstDay or DeclarationField.StayLastDay => [new(name, 1), new(name, 2)],
        ReviewField.ClauseApplies or ReviewField.ClauseStartedOn or ReviewField.ClauseHappenedOn or ReviewField.ClauseReleasedOn or ReviewField.ClauseBasis =>
            Enum.GetValues<RefusalClause>().Select(clause => new Field(name, (int)clause)),
        CheckInField.Exposures or SelfCheckField.HasProblem or SelfCheckField.Evidence or SelfCheckField.RemedyBy or InspectionField.Outcome or InspectionField.OwnItem => [new(name, 1), new(name, 2)],
        PostingField.Hangs or PostingField.Place => [new(name, 1), new(name, 5)],
        EntryField.At or EntryField.Who or EntryField.Shown or EntryField.FoundNormal => [new(name, 1), new(name, 20)],
        _ => [name],
    };

    private static IEnumerable<Enum> NotShown((Type Form, Func<Field, string>? PathOf, Enum[] Shows)[] forms) =>
        typeof(Office).Assembly.GetExportedTypes().Concat(typeof(OfficeDb).Assembly.GetExportedTypes())
            .Where(type => type.IsEnum && type.Name.EndsWith("Field", StringComparison.Ordinal)).Except(OnNoForm)
            .SelectMany(type => Enum.GetValues(type).Cast<Enum>()).Except(forms.SelectMany(form => form.Shows));

    /// <summary>As a page does it.</summary>
    private static string KeyOf(Field field, Func<Field, string>? pathOf)
    {
        var state = new ModelStateDictionary();
        state.Add([AnyRule.Broken(field: field)], pathOf: pathOf);
        return Assert.Single(state.Keys);
    }

    private static Type? InputOf(Type form, string key)
    {
        Type? type = form;
        foreach (var step in key.Split('.').Skip(1))
        {
            var name = step.Split('[');
            type = type?.GetProperty(name[0])?.PropertyType;
            type = type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(List<>) && name.Length > 1 ? type.GetGenericArguments()[0]
                : type == typeof(RegisterCells) && name.Length > 1 ? typeof(string) : type;
        }

        return type;
    }
}
