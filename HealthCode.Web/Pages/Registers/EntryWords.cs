using HealthCode.Domain.Registers;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Pages.Registers;

/// <summary>What is to be done with an entry, in a few words.</summary>
public static class EntryWords
{
    public static string Of(RegisterEntry entry, RegisterForm form, DateOnly today) => entry.Pending switch
    {
        PendingStep.Arrival when entry.PendingOn < today => $"该{form.Coming}，还没有登记到达",
        PendingStep.Arrival when entry.PendingOn == today => $"今天{form.Coming}",
        PendingStep.Arrival => $"等{form.Coming}",
        PendingStep.Isolation when ((Returnee)entry.Content).IsolationTo is null => "隔离中，哪天止没有写",
        PendingStep.Isolation when entry.PendingOn <= today => "隔离满期，请告知本人",
        PendingStep.Isolation => "隔离中",
        PendingStep.Patient => "代购，请核实患者是谁",
        _ => "",
    };
}
