import { IconBookmark, IconDots, IconFolderOpen, IconHistory, IconInbox, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { Badge, CountBadge } from '../../../renderer/ui/badge.tsx'
import { Button } from '../../../renderer/ui/button.tsx'
import { Chip } from '../../../renderer/ui/chip.tsx'
import { Dialog, Drawer } from '../../../renderer/ui/dialog.tsx'
import { EmptyState } from '../../../renderer/ui/empty-state.tsx'
import { NumberField, SelectField, TextArea, TextField } from '../../../renderer/ui/field.tsx'
import { IconButton } from '../../../renderer/ui/icon-button.tsx'
import { KindIcon } from '../../../renderer/ui/kind-icon.tsx'
import { Menu } from '../../../renderer/ui/menu.tsx'
import { Progress } from '../../../renderer/ui/progress.tsx'
import { RadioCards } from '../../../renderer/ui/radio-card.tsx'
import { SaveState } from '../../../renderer/ui/save-state.tsx'
import { ScopeIcon } from '../../../renderer/ui/scope-mark.tsx'
import { Segmented } from '../../../renderer/ui/segmented.tsx'
import { TabBar, TabPanel } from '../../../renderer/ui/tabs.tsx'
import { toast } from '../../../renderer/ui/toast.tsx'
import { ViewHead } from '../../../renderer/ui/view-head.tsx'

const nothing = () => undefined

function Buttons() {
  return (
    <section className="card stack demo" aria-label="Boutons">
      <div className="row">
        <Button icon={<IconBookmark size={16} aria-hidden />} keys="Control+T">
          Signet
        </Button>
        <Button icon={<IconFolderOpen size={16} aria-hidden />}>Ouvrir un fichier</Button>
        <Button look="quiet">Passer</Button>
        <Button look="danger">Retirer</Button>
        <Button look="primary" keys="Enter">
          Créer depuis ce modèle
        </Button>
      </div>
      <div className="row">
        <Button size="small">Relancer</Button>
        <Button size="small" aria-pressed>
          Filtre
        </Button>
        <Button disabled>Indisponible</Button>
        <IconButton label="Historique" icon={<IconHistory size={16} aria-hidden />} />
        <IconButton label="Imprimer" keys="Control+P" look="plain" icon={<IconPrinter size={16} aria-hidden />} />
        <Menu
          trigger={<IconButton label="Autres actions" icon={<IconDots size={16} aria-hidden />} />}
          entries={[
            { id: 'head', heading: 'Déplacer vers' },
            {
              id: 'trend',
              label: 'Tendances mondiales',
              icon: <ScopeIcon scope="trend" />,
              keys: 'G',
              onSelect: nothing,
            },
            { id: 'specificity', label: 'Spécificités', icon: <ScopeIcon scope="specificity" />, onSelect: nothing },
            { id: 'line', divider: true },
            { id: 'off', label: 'Joindre à un autre thème…', disabled: true, onSelect: nothing },
            { id: 'remove', label: 'Retirer', danger: true, onSelect: nothing },
          ]}
        />
      </div>
      <div className="row">
        <Chip set icon={<KindIcon kind="recommendation" />} keys="F9">
          Recommandation
        </Chip>
        <Chip>#financement climat</Chip>
        <Chip onClick={nothing} pressed={false}>
          #eau 21
        </Chip>
        <Chip onClick={nothing} pressed>
          #culture 14
        </Chip>
        <Chip set onRemove={nothing} removeLabel="Retirer le filtre Axe 4">
          Axe : 4 Transition écologique
        </Chip>
        <Chip onRemove={nothing} removeLabel="Retirer le thème ماء">
          #ماء
        </Chip>
      </div>
      <div className="row">
        <Badge>Exemple</Badge>
        <Badge tone="accent">v2</Badge>
        <Badge tone="ok">Validé</Badge>
        <Badge tone="warn">n° 233</Badge>
        <Badge tone="danger">Tronqué</Badge>
        <CountBadge count={23} label="23 notes à qualifier" />
      </div>
      <div className="row">
        <SaveState saving={{ state: 'saved', at: '15:27:05' }} />
        <SaveState saving={{ state: 'saving' }} />
        <SaveState saving={{ state: 'unsaved', since: '15:27:05' }} />
      </div>
    </section>
  )
}

function Choices() {
  const [stance, setStance] = useState('raises')
  const [scope, setScope] = useState<'trend' | 'specificity' | 'undecided'>('undecided')
  const [role, setRole] = useState<string>('section')
  return (
    <section className="card stack demo" aria-label="Choix">
      <div className="row">
        <Segmented
          label="Position"
          labelled
          value={stance}
          onChange={setStance}
          segments={[
            { value: 'raises', label: 'Soulève' },
            { value: 'supports', label: 'Appuie' },
            { value: 'nuances', label: 'Nuance' },
            { value: 'opposes', label: 'S’oppose', disabled: true },
          ]}
        />
        <Segmented
          label="Qualification"
          value={scope}
          onChange={setScope}
          segments={[
            { value: 'trend', label: 'Tendance', icon: <ScopeIcon scope="trend" />, keys: 'G' },
            { value: 'specificity', label: 'Spécificité', icon: <ScopeIcon scope="specificity" />, keys: 'R' },
            { value: 'undecided', label: 'À qualifier', icon: <ScopeIcon scope="undecided" />, keys: 'U' },
          ]}
        />
      </div>
      <RadioCards
        label="Votre rôle"
        hint="Le rôle affiche ou masque des écrans ; il n’interdit rien."
        value={role}
        onChange={setRole}
        choices={[
          { value: 'rapporteur', title: 'Rapporteur·e', description: 'Prend les notes d’une séance, les relit.' },
          { value: 'section', title: 'Section', description: 'Réunit ses rapporteur·e·s, rédige la synthèse.' },
          { value: 'secretariat', title: 'Secrétariat', description: 'Réunit les sections, publie le rapport.' },
        ]}
      />
    </section>
  )
}

const iconOf = (kind: string) => <KindIcon kind={kind} />

function Fields() {
  const [text, setText] = useState('Nappes partagées par cinq villes')
  const [kind, setKind] = useState<string | null>('need')
  const [count, setCount] = useState<number | null>(5)
  return (
    <section className="card stack demo" aria-label="Champs">
      <TextField label="Intitulé" value={text} onChange={setText} hint="Tel qu’il sera imprimé" />
      <TextField
        label="Courriel"
        value=""
        onChange={nothing}
        error="Il manque une adresse."
        placeholder="nom@ville.org"
      />
      <TextArea label="Motif" value="لم تعد المياه الجوفية تكفي" onChange={nothing} rows={2} />
      <SelectField
        label="Type"
        value={kind}
        onChange={setKind}
        iconOf={iconOf}
        choices={[
          { value: 'observation', label: 'Constat' },
          { value: 'need', label: 'Besoin' },
          { value: 'quote', label: 'Citation' },
        ]}
      />
      <NumberField label="Seuil" value={count} onChange={setCount} min={1} max={9} />
      <TextField label="Section" value="MEWA" onChange={nothing} disabled />
    </section>
  )
}

function Windows() {
  const [dialog, showDialog] = useState(false)
  const [drawer, showDrawer] = useState(false)
  return (
    <section className="card stack demo" aria-label="Fenêtres">
      <div className="row">
        <Button onClick={() => showDialog(true)}>Dialogue</Button>
        <Button onClick={() => showDrawer(true)}>Tiroir</Button>
        <Button
          onClick={() => toast('12 notes retirées', { tone: 'ok', action: { label: 'Annuler', onClick: nothing } })}
        >
          Message
        </Button>
        <Button onClick={() => toast('Le disque est plein', { tone: 'danger' })}>Alerte</Button>
      </div>
      <Progress label="Lecture des fichiers" done={2} total={6} onCancel={nothing} />
      <Progress label="Écriture du document Word" />
      <EmptyState title="Aucune note" icon={<IconInbox size={28} aria-hidden />} action={<Button>Saisir</Button>}>
        Tapez votre première note. Entrée pour valider.
      </EmptyState>
      <Dialog
        opened={dialog}
        onClose={() => showDialog(false)}
        title="Retirer la note ?"
        actions={
          <>
            <Button onClick={() => showDialog(false)}>Annuler</Button>
            <Button look="primary">Retirer</Button>
          </>
        }
      >
        Elle reste dans l’historique et peut être rétablie.
      </Dialog>
      <Drawer opened={drawer} onClose={() => showDrawer(false)} title="Avant de clore">
        128 notes inscrites et vérifiées
      </Drawer>
    </section>
  )
}

export function Controls() {
  const [tab, setTab] = useState<'list' | 'trends' | 'coverage'>('trends')
  return (
    <main className="view">
      <ViewHead title="Relecture" detail="7 mai 2021">
        <TabBar
          id="review"
          label="Relecture"
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'list', label: 'Liste' },
            { value: 'trends', label: 'Tendances' },
            { value: 'coverage', label: 'Doublons', count: 2 },
          ]}
        />
      </ViewHead>
      <TabPanel id="review" value={tab} className="pane stack">
        <Buttons />
        <Choices />
        <Fields />
        <Windows />
      </TabPanel>
    </main>
  )
}
